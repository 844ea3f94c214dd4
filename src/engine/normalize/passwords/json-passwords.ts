import { LIMITS } from '../../settings.js';
import { type Beside, besidePassword, isSaidOf } from './beside-password.js';
import { type IsPassword, PASSWORD_MARK } from './password-field.js';
import { escapeToken } from '../../json-pointer.js';

/** A name is told by the end of its pointer. */
const MAX_POINTER = 256;

interface Place {
  pointer: string;
  depth: number;
  /** What stood beside it said that it is a password, or which of its members are. */
  said?: 'all' | ReadonlySet<string> | undefined;
}

/**
 * JSON without the values that are named as passwords, by their own name, one above, or one beside
 * them; undefined where it is too deep to tell. `clean` has the last word on the texts that stay.
 */
export function withoutJsonPasswords(
  source: string,
  json: unknown,
  isPassword: IsPassword,
  clean: (text: string) => string,
): string | undefined {
  let changed = false;
  let cut = false;
  const noted = <Kept>(was: unknown, kept: Kept): Kept => {
    changed ||= kept !== was;
    return kept;
  };
  const leaf = (node: unknown, { pointer, said }: Place): unknown => {
    if (typeof node !== 'string' && typeof node !== 'number') return node;
    if (node === PASSWORD_MARK || node === '') return node;
    if (said === 'all' || isPassword(pointer)) return PASSWORD_MARK;
    return typeof node === 'string' ? clean(node) : node;
  };
  const walk = (node: unknown, place: Place): unknown => {
    if (typeof node !== 'object' || node === null) return noted(node, leaf(node, place));
    // Only what has a password in it is written anew, and there nothing may hide below the bound.
    if (place.depth >= LIMITS.jsonDepth) {
      cut = true;
      return null;
    }
    const beside = besidePassword(node, isPassword);
    const members = Object.entries(node).map(([name, child]): [string, unknown] => [
      noted(name, clean(name)),
      walk(child, below(place, name, beside)),
    ]);
    return Array.isArray(node) ? members.map(([, child]) => child) : Object.fromEntries(members);
  };
  const kept = walk(json, { pointer: '', depth: 0 });
  if (changed) return JSON.stringify(kept);
  return cut ? undefined : source;
}

function below({ pointer, depth, said }: Place, name: string, beside?: Beside): Place {
  const token = escapeToken(name.slice(0, MAX_POINTER));
  return {
    pointer: `${pointer}/${token}`.slice(-MAX_POINTER),
    depth: depth + 1,
    said: isSaidOf(said, name) ? 'all' : beside?.get(name),
  };
}

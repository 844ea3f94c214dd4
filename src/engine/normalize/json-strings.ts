import type { LimitReached } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { besidePassword, isSaidOf } from './beside-password.js';

/** JSON once more, for all that its first sign tells. */
const JSON_START = /^\s*[{[]/;

/** One string somewhere in a JSON value, with its JSON pointer (RFC 6901). */
export interface JsonString {
  pointer: string;
  value: string;
  /** What stands beside it says that it is a password. */
  isPassword?: true;
}

interface Node {
  pointer: string;
  node: unknown;
  depth: number;
  nested: number;
  said?: 'all' | ReadonlySet<string> | undefined;
}

/** Parses `source` as a JSON object or array; undefined where it is neither. Never throws. */
export function parseJson(source: string): unknown {
  const first = source.trimStart()[0];
  if (first !== '{' && first !== '[' && first !== '"') return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/**
 * The strings of a JSON value in document order, those inside nested JSON strings too. Bounded in
 * number, depth and work, and iterative: hostile JSON may be a thousand levels deep. What a bound
 * leaves out is added to `reached`; of a list that is not read to its end, at least so many.
 */
export function stringsOf(json: unknown, reached: LimitReached[] = []): JsonString[] {
  let tooDeep = 0;
  let tooNested = 0;
  const found: JsonString[] = [];
  const stack: Node[] = [{ pointer: '', node: json, depth: 0, nested: 0 }];
  for (
    let visited = 0;
    stack.length > 0 && visited < LIMITS.jsonNodes && found.length < LIMITS.jsonStrings;
    visited++
  ) {
    const { pointer, node, depth, nested, said } = stack.pop()!;
    if (typeof node === 'string') {
      const isDeepest = nested === LIMITS.jsonNested;
      if (isDeepest && JSON_START.test(node)) tooNested++;
      const inner = isDeepest ? undefined : parseJson(node);
      if (inner === undefined)
        found.push({ pointer, value: node, ...(said === 'all' && { isPassword: true }) });
      else stack.push({ pointer, node: inner, depth, nested: nested + 1, said });
    } else if (typeof node === 'object' && node !== null) {
      if (depth >= LIMITS.jsonDepth) {
        tooDeep++;
        continue;
      }
      const beside = besidePassword(node);
      const entries = Object.entries(node).slice(0, LIMITS.jsonNodes);
      for (let i = entries.length - 1; i >= 0; i--) {
        const [key, child] = entries[i]!;
        stack.push({
          pointer: `${pointer}/${escapeToken(key)}`,
          node: child,
          depth: depth + 1,
          nested,
          said: isSaidOf(said, key) ? 'all' : beside?.get(key),
        });
      }
    }
  }
  const cause = found.length < LIMITS.jsonStrings ? 'jsonNodes' : 'jsonStrings';
  reached.push(
    ...beyond('jsonNested', tooNested),
    ...beyond('jsonDepth', tooDeep),
    ...beyond(cause, stack.length),
  );
  return found;
}

function escapeToken(key: string): string {
  return key.slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1');
}

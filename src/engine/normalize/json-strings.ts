import { memo } from '../memo.js';
import type { LimitReached } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { type Beside, besidePassword, isSaidOf } from './beside-password.js';
import type { Json } from './json-value.js';

/** JSON once more, for all that its first sign tells. */
const JSON_START = /^\s*[{[]/;

/** One string somewhere in a JSON value, with its JSON pointer (RFC 6901). */
export interface JsonString {
  pointer: string;
  value: string;
  /** What stands beside it says that it is a password. */
  isPassword?: true;
}

/** An object or list that is being read: how far, and what is said of all that stands in it. */
interface Open {
  node: Json | readonly unknown[];
  /** Undefined for a list. */
  keys: readonly string[] | undefined;
  length: number;
  next: number;
  pointer: string;
  depth: number;
  nested: number;
  said: Said;
  beside: Beside | undefined;
}

type Said = 'all' | ReadonlySet<string> | undefined;

/** Parses `source` as a JSON object or array; undefined where it is neither. Never throws. */
export function parseJson(source: string): unknown {
  if (!mayBeJson(source)) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** By its first character that is no white space: nearly every text is none by that. */
function mayBeJson(source: string): boolean {
  const first = source.charCodeAt(0);
  // A letter, a digit: nothing that `trimStart` takes away.
  if (first > 0x2d && first < 0x5b) return false;
  if (first > 0x5b && first < 0x7b) return false;
  return /^\s*[{["]/.test(source);
}

/**
 * The strings of a JSON value in document order, those inside nested JSON strings too. Bounded in
 * number, depth and work, and iterative: hostile JSON may be a thousand levels deep. What a bound
 * leaves out is added to `reached`; of a list that is not read to its end, at least so many. The names
 * of all members are added to `names`.
 */
export function stringsOf(
  json: unknown,
  reached: LimitReached[] = [],
  names?: Set<string>,
): JsonString[] {
  let tooDeep = 0;
  let tooNested = 0;
  let visited = 0;
  const found: JsonString[] = [];
  const open: Open[] = [];
  const see = (value: unknown, pointer: string, depth: number, nested: number, said: Said) => {
    let node = value;
    let level = nested;
    while (typeof node === 'string') {
      const isDeepest = level === LIMITS.jsonNested;
      if (isDeepest && JSON_START.test(node)) tooNested++;
      const inner = isDeepest ? undefined : parseJson(node);
      if (inner === undefined) {
        found.push(
          said === 'all' ? { pointer, value: node, isPassword: true } : { pointer, value: node },
        );
        return;
      }
      node = inner;
      level++;
      visited++;
    }
    if (typeof node !== 'object' || node === null) return;
    if (depth >= LIMITS.jsonDepth) tooDeep++;
    else open.push(opened(node as Open['node'], pointer, depth, level, said, names));
  };
  visited++;
  see(json, '', 0, 0, undefined);
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (visited >= LIMITS.jsonNodes || found.length >= LIMITS.jsonStrings) break;
    if (last.next === last.length) {
      open.pop();
      continue;
    }
    visited++;
    const key = last.keys?.[last.next] ?? String(last.next);
    const child = (last.node as Json)[key];
    last.next++;
    if (typeof child === 'string' || (typeof child === 'object' && child !== null)) {
      const said = isSaidOf(last.said, key) ? 'all' : last.beside?.get(key);
      see(child, `${last.pointer}/${escapeToken(key)}`, last.depth + 1, last.nested, said);
    }
  }
  const left = open.reduce((sum, { length, next }) => sum + length - next, 0);
  const cause = found.length < LIMITS.jsonStrings ? 'jsonNodes' : 'jsonStrings';
  reached.push(
    ...beyond('jsonNested', tooNested),
    ...beyond('jsonDepth', tooDeep),
    ...beyond(cause, left),
  );
  return found;
}

function opened(
  node: Open['node'],
  pointer: string,
  depth: number,
  nested: number,
  said: Said,
  names: Set<string> | undefined,
): Open {
  const keys = Array.isArray(node) ? undefined : Object.keys(node);
  if (names && keys) for (const key of keys) names.add(key);
  const length = Math.min(keys?.length ?? (node.length as number), LIMITS.jsonNodes);
  return {
    node,
    keys,
    length,
    next: 0,
    pointer,
    depth,
    nested,
    said,
    beside: keys && besidePassword(node, undefined, keys),
  };
}

const escapeToken = memo((key) => key.slice(0, 128).replaceAll('~', '~0').replaceAll('/', '~1'));

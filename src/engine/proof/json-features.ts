import { MOST_FEATURES, plain } from './plain.js';

const DEEPEST = 12;
/** Elements of a list that are looked at: the rest are of their kind. */
const LIST = 50;
/** Written before JSON against its inclusion as a script. */
const GUARD = /^\s*(?:\)\]\}'?,?|while\s*\(1\);|for\s*\(;;\);)\s*/;

/** What a text holds as JSON, an object or a list; undefined where it is none. */
export function parseJson(text: string): { value: object } | undefined {
  const source = text.replace(GUARD, '');
  if (!/^\s*[[{]/.test(source)) return undefined;
  try {
    return { value: JSON.parse(source) as object };
  } catch {
    return undefined;
  }
}

/** Members by their path, their kind and their value; `prefix` says where the JSON stood. */
export function featuresOfJson(value: unknown, prefix = ''): Set<string> {
  const found = new Set<string>();
  walk(value, prefix, 0, found);
  return found;
}

function walk(value: unknown, path: string, depth: number, found: Set<string>): void {
  if (found.size >= MOST_FEATURES || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    found.add(`${path}: ${value.length === 0 ? 'empty list' : 'list'}`);
    for (const one of value.slice(0, LIST)) walk(one, `${path}[]`, depth + 1, found);
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    found.add(`${path}: ${members.length === 0 ? 'empty object' : 'object'}`);
    for (const [name, member] of members) walk(member, `${path}/${plain(name)}`, depth + 1, found);
  } else found.add(`${path}: ${scalar(value)}`);
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value === '' ? 'empty text' : `“${plain(value)}”`;
  return typeof value === 'number' ? plain(String(value)) : String(value);
}

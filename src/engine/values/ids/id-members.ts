import { parseJson } from '../../normalize/bodies/json-strings.js';
import type { Column } from './id-part.js';

/** A record of more is no id, and what would have to be guessed of it nobody can tell. */
const MOST_MEMBERS = 32;
const DEEPEST = 4;

/**
 * What stands in the members of records that all values are, each a column of its own: their names
 * are the same for everybody. Undefined where one value is no record, or another one than the rest.
 */
export function memberColumns({ values, ...rest }: Column): Column[] | undefined {
  const rows = values.map(membersOf);
  const [first] = rows;
  if (!first || first.size === 0) return undefined;
  const names = [...first.keys()];
  const isAlike = rows.every((row) => row?.size === first.size && names.every((n) => row.has(n)));
  if (!isAlike) return undefined;
  const columns = names.map((name) => ({ ...rest, values: rows.map((row) => row!.get(name)!) }));
  return columns.filter((column) => column.values.some((value) => value !== ''));
}

/** What stands in the members of a record, by their names; undefined where a value is none. */
export function membersOf(value: string): Map<string, string> | undefined {
  if (!value.startsWith('{')) return fieldsOf(value);
  const found = new Map<string, string>();
  const isWhole = collect(parseJson(value), '', found, DEEPEST);
  return isWhole && found.size <= MOST_MEMBERS ? found : undefined;
}

/** `user=ada&role=user`, as in the body of a form. */
function fieldsOf(value: string): Map<string, string> | undefined {
  const pairs = value.split('&').map((pair) => /^([a-z_]\w{0,31})=([^=]*)$/i.exec(pair));
  if (pairs.length < 2 || pairs.length > MOST_MEMBERS || pairs.some((pair) => !pair))
    return undefined;
  return new Map(pairs.map((pair) => [pair![1]!, pair![2]!]));
}

/** False where it is more than can be told of. */
function collect(json: unknown, name: string, into: Map<string, string>, deeper: number): boolean {
  if (typeof json === 'string' || typeof json === 'number') into.set(name, String(json));
  // One of two or three is hardly anything to guess.
  if (typeof json !== 'object' || json === null) return json !== undefined;
  if (deeper === 0) return false;
  return Object.entries(json).every(([key, inner]) =>
    collect(inner, `${name}/${key}`, into, deeper - 1),
  );
}

import { TERM_NAMES } from './request-filter.js';

/** So many are offered at once. */
const OFFERED = 10;

/** The values that a term may have, asked for only when they are needed. */
export type ValuesOf = (term: string) => Iterable<string>;

/** The word at the end of a filter, which is being typed. */
export function lastWord(filter: string): string {
  return /(?:"[^"]*"?|[^\s"])*$/.exec(filter)?.[0] ?? '';
}

/** What the word that is being typed may become: a term, or a term with its value. */
export function completionsOf(filter: string, valuesOf: ValuesOf): string[] {
  const word = lastWord(filter);
  const sign = word.startsWith('-') ? '-' : '';
  const bare = word.slice(sign.length).replaceAll('"', '').toLowerCase();
  if (bare === '') return [];
  const colon = bare.indexOf(':');
  const offered =
    colon < 0
      ? TERM_NAMES.filter((name) => name.startsWith(bare)).map((name) => `${name}:`)
      : valuesFor(bare.slice(0, colon), bare.slice(colon + 1), valuesOf);
  return offered.filter((one) => one !== bare).map((one) => sign + one);
}

function valuesFor(term: string, typed: string, valuesOf: ValuesOf): string[] {
  const matching = new Set<string>();
  for (const value of valuesOf(term)) {
    if (value.toLowerCase().startsWith(typed)) matching.add(value);
    if (matching.size === OFFERED) break;
  }
  return [...matching].map((value) => `${term}:${/\s/.test(value) ? `"${value}"` : value}`);
}

/** The filter with its last word completed. */
export function completed(filter: string, completion: string): string {
  const before = filter.slice(0, filter.length - lastWord(filter).length);
  return before + completion + (completion.endsWith(':') ? '' : ' ');
}

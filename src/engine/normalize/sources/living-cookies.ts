import { asObject, asObjects, asText, type Json } from '../bodies/json-value.js';
import { unfoldSetCookie } from './folded-cookies.js';
import { isMasked } from './masked-value.js';

/**
 * Names of cookies of which a file has values. A sanitizer leaves none of them: one character again
 * and again in the place of such a value is what a server wrote over it, to end it. The file is
 * read for them when the first of those comes.
 */
export class LivingCookies {
  readonly #entries: Iterable<unknown>;
  #names: ReadonlySet<string> | undefined;

  constructor(entries: Iterable<unknown>) {
    this.#entries = entries;
  }

  has(name: string): boolean {
    this.#names ??= namesAmong(this.#entries);
    return this.#names.has(name);
  }
}

function namesAmong(entries: Iterable<unknown>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of entries) for (const name of namesIn(asObject(entry) ?? {})) names.add(name);
  return names;
}

function namesIn({ request, response }: Json): string[] {
  const messages = [asObject(request) ?? {}, asObject(response) ?? {}];
  return messages
    .flatMap(({ headers }) => asObjects(headers))
    .flatMap(pairsOf)
    .map((pair): [string, string] => [nameOf(pair), pair.slice(pair.indexOf('=') + 1).trim()])
    .flatMap(([name, value]) => (value === '' || isMasked(value) ? [] : [name]));
}

function pairsOf({ name, value }: Json): string[] {
  const header = asText(name).toLowerCase();
  if (header === 'cookie') return asText(value).split(';');
  if (header !== 'set-cookie') return [];
  return unfoldSetCookie(asText(value)).map((line) => line.split(';', 1)[0]!);
}

/** Name of a cookie in a pair of it (RFC 6265 §4.1.1). */
export function nameOf(pair: string): string {
  return pair.slice(0, Math.max(0, pair.indexOf('='))).trim();
}

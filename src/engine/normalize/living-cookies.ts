import { asObject, asObjects, asText, type Json } from './json-value.js';
import { unfoldSetCookie } from './folded-cookies.js';
import { isMasked } from './masked-value.js';

/**
 * Names of cookies of which a file has values. A sanitizer leaves none of them: one character again
 * and again in the place of such a value is what a server wrote over it, to end it. The file is read
 * for them when the first of those comes.
 */
export class LivingCookies {
  readonly #entries: readonly unknown[];
  #names: ReadonlySet<string> | undefined;

  constructor(entries: readonly unknown[]) {
    this.#entries = entries;
  }

  has(name: string): boolean {
    this.#names ??= new Set(this.#entries.flatMap((entry) => namesIn(asObject(entry) ?? {})));
    return this.#names.has(name);
  }
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

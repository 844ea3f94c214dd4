import { asObject, asObjects, asText, type Json } from '../bodies/json-value.js';
import { speaksOfSecret } from '../bodies/kept-fields.js';
import { unfoldSetCookie } from './folded-cookies.js';
import { isMasked, isOneCharacter } from './masked-value.js';

/** A mask without a word, as servers write where they show a number: `****`, `138****1234`. */
const DRAWN_OVER = /^[^\s*•●█]{0,6}[*•●█]{3,}[^\s*•●█]{0,6}$/;
/** What may be the secret of somebody: a sanitizer would have taken it out first. */
const SECRET = /^(?=.*\d)(?=.*[a-z])[\w.%+/=~:-]{16,}$/i;

/** What a file has of cookies and other credentials, and what is masked of them. */
interface Seen {
  readonly living: Set<string>;
  readonly masked: Set<string>;
  hasSecret: boolean;
}

/**
 * Names of cookies of which a file has values. A sanitizer leaves none of them: one character again
 * and again in the place of such a value is what a server wrote over it, to end it. The file is
 * read for them when the first of those comes.
 */
export class LivingCookies {
  readonly #entries: Iterable<unknown>;
  #read: Seen | undefined;

  constructor(entries: Iterable<unknown>) {
    this.#entries = entries;
  }

  has(name: string): boolean {
    return this.#seen().living.has(name);
  }

  /**
   * True for what nobody would hide, where secrets beside it are not hidden: the server itself
   * writes a mask into it, as of a number that it shows.
   */
  hasMasked(name: string, value: string): boolean {
    if (speaksOfSecret(name) || !(isOneCharacter(value) || DRAWN_OVER.test(value))) return false;
    const { masked, hasSecret } = this.#seen();
    return hasSecret && masked.size === 1 && masked.has(name);
  }

  #seen(): Seen {
    return (this.#read ??= seenIn(this.#entries));
  }
}

function seenIn(entries: Iterable<unknown>): Seen {
  const seen: Seen = { living: new Set(), masked: new Set(), hasSecret: false };
  for (const entry of entries) {
    const { request, response } = asObject(entry) ?? {};
    for (const message of [asObject(request), asObject(response)])
      for (const pair of asObjects(message?.headers).flatMap(pairsOf)) note(seen, pair);
  }
  return seen;
}

function note(seen: Seen, pair: string): void {
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  if (value === '') return;
  if (isMasked(value)) seen.masked.add(nameOf(pair));
  else seen.living.add(nameOf(pair));
  seen.hasSecret ||= !isMasked(value) && SECRET.test(value);
}

function pairsOf({ name, value }: Json): string[] {
  const header = asText(name).toLowerCase();
  if (header === 'cookie') return asText(value).split(';');
  // Other names than cookies have: of these it is told whether they are masked as well.
  if (header.endsWith('authorization'))
    return [`${header}:=${asText(value).replace(/^\s*[\w-]+\s+/, '')}`];
  if (header !== 'set-cookie') return [];
  return unfoldSetCookie(asText(value)).map((line) => line.split(';', 1)[0]!);
}

/** Name of a cookie in a pair of it (RFC 6265 §4.1.1). */
export function nameOf(pair: string): string {
  return pair.slice(0, Math.max(0, pair.indexOf('='))).trim();
}

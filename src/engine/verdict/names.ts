import type { Carrier, Credential } from '../model.js';
import type { Told } from '../text.js';
import { lastWords } from '../values/names/field-name.js';
import { hintOf } from '../values/names/name-hint.js';
import { tellList, tellName } from '../values/telling/redact.js';
import { STORAGE_AREAS } from '../where-seen.js';

// What credentials are called in a sentence. Where they lie is told by the whole of a locator.

type Named = Pick<Credential, 'kind' | 'carrier' | 'name'>;

const MOST_NAMES = 3;

/** Names of credentials, each once: a token that is given in two places has one. */
export function namesOf(credentials: readonly Named[]): Told {
  const told = credentials.map((one) => tellName(nameAmong(one, credentials)));
  return tellList([...new Set(told)], MOST_NAMES);
}

/** What a credential is called by itself. */
export function nameOf(credential: Named): Told {
  return tellName(plainName(credential));
}

/** What a value is called that was seen there: of a pointer into JSON the last words. */
export function plainLocator(locator: string, carrier: Carrier): string {
  if (locator.startsWith('/') && (carrier === 'body' || carrier === 'websocket'))
    return lastWords(locator);
  if (!STORED.has(carrier)) return locator;
  // The keys of storage have strokes, too: what is called a token behind one is in its JSON.
  const last = lastWords(locator);
  return TOKEN.test(last) || hintOf(last) !== undefined ? last : locator;
}

const TOKEN = /token/i;

const STORED: ReadonlySet<Carrier> = new Set(STORAGE_AREAS);

function plainName({ kind, carrier, name }: Named): string {
  return kind === 'cookie' ? name : plainLocator(name, carrier);
}

/** A cookie, a header or a parameter beside it may be called the same. */
function nameAmong(credential: Named, others: readonly Named[]): string {
  const plain = plainName(credential);
  const isShared = others.some((other) => other.name === plain && other.name !== credential.name);
  return isShared ? credential.name : plain;
}

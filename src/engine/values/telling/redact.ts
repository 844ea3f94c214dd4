import { memo } from '../../memo.js';
import type { Carrier } from '../../model.js';
import { boundedJson } from '../../normalize/bodies/bounded-json.js';
import { commonWord, type Text, type Told, withinText } from '../../text.js';
import { withoutTurns } from './direction.js';
import type { FarPart } from './far-span.js';
import { isSecret, maskName, preview } from './mask.js';
import { maskText, redactUrl } from './redact-url.js';

export { isSecret, maskKept, maskName, preview } from './mask.js';
export { maskHeader } from './redact-header.js';
export { maskText, redactUrl } from './redact-url.js';

// The one place where a string from outside becomes something that a text may hold. Each function
// says what the string is, and masks what may be secret in such a thing.

const MAX_NAME = 200;
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^\s/?#@\\]{1,300}$/i;

/** A cookie need have no name (RFC 6265bis §5.6), and a sentence about it is to be read. */
const NO_NAME = '""';

/**
 * A name that a page chose: of a cookie, header, field or parameter, a storage key, a JSON pointer.
 */
export function tellName(name: string, limit = MAX_NAME): Told {
  if (name === '') return asTold(NO_NAME);
  const masked = maskName(name);
  return asTold(masked.length > limit ? `${masked.slice(0, limit)}…` : masked);
}

/** The same where it must be told from the words around it. */
export function tellQuoted(name: string): Told {
  return asTold(`“${tellName(name, 40)}”`);
}

/** A host, an origin or a site. */
export function tellHost(host: string): Told {
  return HOST.test(host) ? asTold(host) : tellUrl(host);
}

/** An address without its secrets. */
export function tellUrl(url: string): Told {
  return asTold(redactUrl(url));
}

/** The path alone of an address: its query is not for a sentence. */
export const tellPath = memo((url): Told => {
  const path = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#\\]*)?([^?#;]*)/i.exec(url)?.[1];
  return asTold(path ? redactUrl(path) : '/');
});

/** `POST /login`; with words of the query, `POST /index.php?action=login`. */
export function tellRequest(
  { method, url }: { method: string; url: string },
  words: readonly (readonly [name: string, word: string])[] = [],
): Told {
  const query = words.map(([name, word]) => `${tellName(name, 40)}=${tellName(word, 40)}`);
  const behind = query.length > 0 ? `?${query.join('&')}` : '';
  return asTold(`${tellWord(method)} ${tellPath(url)}${behind}`);
}

/** A claim's value, or an attribute's: whatever the other side wrote there. */
export function tellValue(value: unknown): Told {
  const plain = typeof value === 'string' ? value : boundedJson(value);
  if (isSecret('', plain)) return asTold(preview(plain));
  const told = maskText(plain);
  return asTold(told.length > MAX_NAME ? `${told.slice(0, MAX_NAME)}…` : told);
}

/** A word of a standard or a product's name. Others come here only by mistake, and are masked. */
export function tellWord(word: string): Told {
  return tellName(word);
}

/** `15 min`: a length of time. */
export function tellSpan(count: number, unit: 's' | 'min' | 'h' | 'd'): Told {
  return asTold(`${count} ${unit}`);
}

/** `1 year 1 month`, for {@link render}, which tells it in the reader's language. */
export function tellFarSpan(parts: readonly FarPart[]): Told {
  return asTold(parts.map(({ unit, count }) => `${count} ${unit}`).join(' '));
}

/** `x-app-token (header)`: a name and the kind of place that has it. */
export function tellPlace(name: Told, carrier: Carrier): Told {
  return asTold(`${name} (${tellCarrier(carrier)})`);
}

/** A kind of place, in the reader's language. */
export function tellCarrier(carrier: Carrier): Told {
  return tellCommon(CARRIERS[carrier] ?? carrier);
}

const CARRIERS: Partial<Record<Carrier, string>> = {
  url: 'URL',
  websocket: 'WebSocket',
  indexedDB: 'IndexedDB',
};

/** A word of our own that has a translation of its own, of the key `word_<word>`. */
export function tellCommon(word: string): Told {
  return asTold(commonWord(word));
}

/** A sentence of our own within another one. */
export function tellText(said: Text): Told {
  return asTold(withinText(said));
}

/** Several of them in one place of a sentence: the first ones, and how many more. */
export function tellList(parts: readonly Told[], limit = parts.length): Told {
  const more = parts.length > limit ? ` +${parts.length - limit}` : '';
  return asTold(parts.slice(0, limit).join(', ') + more);
}

function asTold(masked: string): Told {
  return withoutTurns(masked) as Told;
}

import { decodeBase64Text } from '../base64.js';
import { LIMITS } from '../settings.js';

const MIN_WRAPPED = 24;
const BASE64_TEXT = /^[A-Za-z0-9+/_-]+={0,2}$/;
/** The same in such layers, or behind such a prefix: nearly every text is none by one look. */
const MAY_BE_WRAPPED = /^[\w+/=%"'-]+(?:(?<=b64|base64):[\w+/=%"'-]*)?$/;
/** Prefixes with which a library says that base64 follows. */
const SAYS_BASE64 = /^(?:base64[-:]|b64:)/;

/** Schemes under which scripts write a token into other places than the Authorization header. */
const SCHEME = /^(?:bearer|jwt|token|dpop)[ +:]+/i;

/** A value without the scheme that a script wrote in front of it. */
export function withoutScheme(value: string): string {
  return value.replace(SCHEME, '');
}

/** `decodeURIComponent` without the exception. */
export function percentDecode(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * A value without the layers that are put around tokens: percent-encoding up to three times, and
 * quotes.
 */
export function unwrapPlain(value: string): string {
  let plain = value;
  for (let layer = 0; layer < LIMITS.layers; layer++) {
    const next = plain.includes('%') ? percentDecode(plain) : withoutQuotes(plain);
    if (next === plain) break;
    plain = next;
  }
  return withoutQuotes(plain);
}

/** The texts in a value that is base64 of a text, the outermost first; mostly none. */
export function unwrapBase64(value: string): string[] {
  const texts: string[] = [];
  if (value.length > LIMITS.wrapped) return texts;
  for (
    let inner = decodeLayer(value);
    inner !== undefined && texts.length < LIMITS.layers;
    inner = decodeLayer(inner)
  ) {
    texts.push(inner);
  }
  return texts;
}

function decodeLayer(value: string): string | undefined {
  if (value.length < MIN_WRAPPED || !MAY_BE_WRAPPED.test(value)) return undefined;
  const plain = unwrapPlain(value).replace(SAYS_BASE64, '');
  if (plain.length < MIN_WRAPPED || !BASE64_TEXT.test(plain)) return undefined;
  if (!isPrintable(decodeBase64Text(plain.slice(0, 4)) ?? '')) return undefined;
  const text = decodeBase64Text(plain);
  return text !== undefined && isPrintable(text.slice(0, 32)) ? text : undefined;
}

/** Text as people and programs write it: no control characters but white space. */
function isPrintable(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these very characters are meant
  return text !== '' && !/[\0-\x08\x0e-\x1f\x7f]/.test(text);
}

function withoutQuotes(value: string): string {
  const first = value[0];
  return value.length > 1 && (first === '"' || first === "'") && value.endsWith(first)
    ? value.slice(1, -1)
    : value;
}

import { decodeBase64, utf8 } from '../../base64.js';
import { decodePercent } from '../addresses/raw-url.js';

/** Servers and scripts put no more layers of encoding around what they keep in a cookie. */
const MAX_LAYERS = 5;
/** Browsers keep no longer cookies (RFC 6265bis §5.6). */
const MAX_LENGTH = 8_192;
/** What may be hex or base64 of something. */
const RUN = /[\w+/-]{4,}={0,2}/g;
/** The same between signs of which base64 has some. */
const PART = /[A-Za-z0-9]{4,}={0,2}/g;
const HEX = /^(?:[0-9a-f]{2})+$/i;
const BASE64 = /^[\w+/-]{6,}={0,2}$/;
/** Of bytes that no text was made of; SASL has NUL between its parts (RFC 4616 §2). */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const NO_TEXT = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/**
 * A value as it is, and without its layers of encoding, one after the other: of percent-encoding,
 * hex and base64, of all of it or of parts of it (`base64(hex(user):hex(password))`). A layer is
 * never longer than the one around it.
 */
export function decodedTexts(value: string): string[] {
  const texts = [value.slice(0, MAX_LENGTH)];
  while (texts.length <= MAX_LAYERS) {
    const last = texts.at(-1)!;
    const next = last.includes('%') ? decodePercent(last) : last;
    const plain = next === last ? last.replace(RUN, textIn) : next;
    if (plain === last) break;
    texts.push(plain);
  }
  return texts;
}

/** The bytes that a run may stand for, as hex and as base64; where it is neither, none. */
export function bytesOf(run: string): Uint8Array[] {
  const hex = HEX.test(run) ? [bytesOfHex(run)] : [];
  const base64 = BASE64.test(run) ? decodeBase64(run) : undefined;
  return base64 ? [...hex, base64] : hex;
}

/** Runs of a text that may be in an encoding. */
export function runsIn(text: string): readonly string[] {
  return text.match(RUN) ?? [];
}

function textIn(run: string): string {
  const text = textOf(run);
  return text === run && /[+/_-]/.test(run) ? run.replace(PART, textOf) : text;
}

function textOf(run: string): string {
  for (const bytes of bytesOf(run)) {
    const text = utf8(bytes);
    if (text !== undefined && !NO_TEXT.test(text)) return text;
  }
  return run;
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

import { parseJson } from '../../normalize/bodies/json-strings.js';
import { decodeBase64, decodeBase64Text, utf8 } from '../../base64.js';
import { isUnixTime } from '../ids/unix-time.js';

// Forms of signed values that need more than one pattern to be told.

/** Bytes of HMAC with SHA-1, SHA-256, SHA-384 and SHA-512. */
const MAC_BYTES = [20, 32, 48, 64];
const HEX_MAC = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/;
const BASE64_MAC = /^(?:[A-Za-z0-9+/_-]{27}|[A-Za-z0-9+/_-]{43}|[A-Za-z0-9+/_-]{86})[=~]{0,2}$/;
const HEX_ID = /^[0-9a-f-]{16,}$/i;
const LONGEST = 4096;
/** What stands between who it is, the time and the MAC. */
const TIMED_MARKS = [':', '|', '&', '!', ';', '$', '~'];

/**
 * Mojolicious::Sessions: base64 of JSON, its `=` as `-`, mostly with Zs behind it; `--`,
 * HMAC-SHA256.
 */
export function isMojolicious(value: string): boolean {
  const at = value.lastIndexOf('--');
  if (at < 8 || !HEX_MAC.test(value.slice(at + 2))) return false;
  const text = decodeBase64Text(value.slice(0, at).replace(/-{1,2}$/, '')) ?? '';
  const json = text.replace(/Z+$/, '');
  const held = /^\{.*\}$/s.test(json) ? parseJson(json) : undefined;
  return typeof held === 'object' && held !== null && (json !== text || 'expires' in held);
}

/** Pyramid and WebOb: base64url of an HMAC, and JSON right behind it. */
export function isDigestBeforeJson(value: string): boolean {
  return digestBeforeJson(value) !== undefined;
}

/** The two of them: the HMAC's bytes, and the JSON as it is written. */
export function digestBeforeJson(value: string): { mac: Uint8Array; json: string } | undefined {
  const bytes = value.length > 32 && value.length <= LONGEST ? decodeBase64(value) : undefined;
  if (!bytes) return undefined;
  for (const length of MAC_BYTES) {
    const rest = bytes.subarray(length);
    // `[` and `{`: most random bytes are out at the first.
    if (rest.length < 6 || (rest[0] !== 0x5b && rest[0] !== 0x7b)) continue;
    const json = utf8(rest) ?? '';
    if (parseJson(json) !== undefined) return { mac: bytes.subarray(0, length), json };
  }
  return undefined;
}

/** Who it is and until when, or since when, in plain sight, and a MAC of it: `ada:1800000000:…`. */
export function isTimedMac(value: string): boolean {
  if (value.length > LONGEST) return false;
  return isTimedText(value) || isTimedText(textOf(value));
}

/** Symfony's remember-me: class, user in base64, end, and MACs that end in tildes. */
export function isSymfonyRememberMe(value: string): boolean {
  return /^[\w.\\]{0,256}:[\w~-]{2,512}:\d{10}:(?:[\w-]{43}~){1,2}$/.test(value);
}

function isTimedText(text: string): boolean {
  return TIMED_MARKS.some((mark) => {
    const parts = text.split(mark, 7);
    if (parts.length < 3 || parts.length > 6) return false;
    const [first = '', ...rest] = parts;
    const last = parts.at(-1) ?? '';
    // Behind what it signs; or before it, as time and name follow (`…&1800000000&ada`).
    if (isMac(last)) return isTimed(parts.slice(0, -1));
    return isMac(first) && rest.some(isTime) && rest.some(isWord);
  });
}

/** Where the time comes first, data follows: an id with its time would be an id still. */
function isTimed([first = '', ...rest]: readonly string[]): boolean {
  return rest.some(isTime) || (isTime(first) && rest.length === 1 && rest.every(isEncoded));
}

function isMac(part: string): boolean {
  return HEX_MAC.test(part) || BASE64_MAC.test(part);
}

/** A name, and no number or id. */
function isWord(part: string): boolean {
  return /^\p{L}[\p{L}\p{M}\d._@+-]{0,63}$/u.test(part) && !isMac(part) && !HEX_ID.test(part);
}

function isEncoded(part: string): boolean {
  return part.length >= 12 && !HEX_ID.test(part) && decodeBase64(part) !== undefined;
}

function textOf(value: string): string {
  return value.length >= 64 && value.length < 1024 ? (decodeBase64Text(value) ?? '') : '';
}

function isTime(part: string): boolean {
  if (!/^(?:\d{10}(?:\.\d{1,6})?|\d{13})$/.test(part)) return false;
  return isUnixTime(Math.floor(Number(part)) / (part.length === 13 ? 1_000 : 1));
}

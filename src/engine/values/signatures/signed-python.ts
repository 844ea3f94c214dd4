import { parseJson } from '../../normalize/bodies/json-strings.js';
import { decodeBase64, decodeBase64Text } from '../../base64.js';
import { inflateStart } from '../inflate.js';
import { decodeHeader } from '../tokens/jws.js';
import { isMac } from './mac.js';
import { isUnixTime } from '../ids/unix-time.js';

// What Python's frameworks sign: data, the time, and a MAC of both, with one mark between them.

/** `django.core.signing`: value `:` base62 time `:` signature; a leading dot says zlib. */
export function isDjango(value: string): boolean {
  const signature = value.lastIndexOf(':');
  if (signature < 1 || !isMac(value.slice(signature + 1))) return false;
  const rest = value.slice(0, signature);
  const time = rest.lastIndexOf(':');
  if (time > 0 && /^[A-Za-z0-9]{5,7}$/.test(rest.slice(time + 1)))
    return isUnixTime(base62(rest.slice(time + 1)));
  return isData(rest);
}

/** `itsdangerous`: payload `.` time `.` signature; a leading dot says zlib. */
export function isItsDangerous(value: string): boolean {
  const signature = value.lastIndexOf('.');
  if (signature < 1 || !isMac(value.slice(signature + 1))) return false;
  // The first segments of a JWS that was cut.
  if (decodeHeader(value.slice(0, value.indexOf('.')))) return false;
  const rest = value.slice(0, signature);
  const time = rest.lastIndexOf('.');
  const seconds = time > 0 ? decodeBase64(rest.slice(time + 1)) : undefined;
  return isData(seconds?.length === 4 ? rest.slice(0, time) : rest);
}

/** JSON in base64url, or behind a leading dot zlib's (RFC 1950) of it. */
function isData(payload: string): boolean {
  if (!payload.startsWith('.')) return parseJson(decodeBase64Text(payload) ?? '') !== undefined;
  const bytes = decodeBase64(payload.slice(1));
  return bytes?.[0] === 0x78 && inflateStart(bytes.subarray(2), 1) !== undefined;
}

function base62(digits: string): number {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return [...digits].reduce((sum, digit) => sum * 62 + alphabet.indexOf(digit), 0);
}

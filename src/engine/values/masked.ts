import { decodeBase64, latin1 } from '../base64.js';
import { base64Like, bytesOfHex, hexOf } from './bytes.js';

// Values against forgery that are written anew in every form, so that compression does not tell
// them (BREACH): a mask, and the secret under it. Who has both halves has the secret.

/** Shorter ones may be the same by chance. */
const MIN = 12;
const MAX = 512;
/** Django: 32 characters of a mask, and as many that it shifts. */
const DJANGO = /^[A-Za-z0-9]{64}$/;
const DJANGO_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Tornado: version, mask, masked secret, time. */
const TORNADO = /^2\|([0-9a-f]{8})\|([0-9a-f]{24,128})\|\d{10}$/;
const HEX = /^(?:[0-9a-f]{2})+$/i;

/** True where both hold one secret, at least one of them under a mask. */
export function isMaskOf(one: string, other: string): boolean {
  if (one === other) return false;
  const secrets = secretsIn(other);
  return [...secretsIn(one)].some((secret) => secret.length >= MIN && secrets.has(secret));
}

/** A secret under a mask, and how another one is put under another mask in the same way. */
export interface Masked {
  secret: string;
  mask: string;
  /** Bytes are told as Latin-1. */
  of: 'bytes' | 'letters';
  /** Both as long as they were, of the same signs. */
  write(secret: string, mask: string): string;
}

/** What a value may stand for: itself, its bytes, and what is under a mask in it. */
export function secretsIn(value: string): Set<string> {
  if (value.length < MIN || value.length > MAX) return new Set();
  const bytes = [hexBytes(value), decodeBase64(value)].filter((one) => one !== undefined);
  return new Set([value, ...bytes.map(latin1), ...maskedIn(value).map(({ secret }) => secret)]);
}

/** What may be under a mask in a value. */
export function maskedIn(value: string): Masked[] {
  if (value.length < MIN || value.length > MAX) return [];
  const all = [tornado(value), DJANGO.test(value) ? django(value) : undefined];
  const [hex, base64] = [hexBytes(value), decodeBase64(value)];
  if (hex) all.push(halves(hex, hexOf));
  if (base64) all.push(halves(base64, (bytes) => base64Like(value, bytes)));
  return all.filter((one) => one !== undefined);
}

function hexBytes(text: string): Uint8Array | undefined {
  return HEX.test(text) ? bytesOfHex(text) : undefined;
}

/** Rails, Yii, CodeIgniter: the mask and the masked secret, whichever comes first. */
function halves(bytes: Uint8Array, encode: (bytes: Uint8Array) => string): Masked | undefined {
  if (bytes.length % 2 === 1 || bytes.length < 2 * MIN) return undefined;
  const middle = bytes.length / 2;
  return {
    secret: latin1(xor(bytes.subarray(middle), bytes.subarray(0, middle))),
    mask: latin1(bytes.subarray(0, middle)),
    of: 'bytes',
    write(secret, mask) {
      const under = bytesOf(mask);
      return encode(Uint8Array.from([...under, ...xor(bytesOf(secret), under)]));
    },
  };
}

function tornado(value: string): Masked | undefined {
  const [, mask, masked] = TORNADO.exec(value) ?? [];
  if (mask === undefined || masked === undefined) return undefined;
  const [under, bytes] = [hexBytes(mask), hexBytes(masked)];
  if (!under || !bytes) return undefined;
  return {
    secret: latin1(xor(bytes, under)),
    mask: latin1(under),
    of: 'bytes',
    write(secret, other) {
      const parts = value.split('|');
      parts[1] = hexOf(bytesOf(other));
      parts[2] = hexOf(xor(bytesOf(secret), bytesOf(other)));
      return parts.join('|');
    },
  };
}

function xor(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ mask[at % mask.length]!);
}

function django(value: string): Masked {
  const [mask, masked] = [value.slice(0, 32), value.slice(32)];
  return {
    secret: shifted(masked, mask, -1),
    mask,
    of: 'letters',
    write: (secret, other) => other + shifted(secret, other, 1),
  };
}

/** Each letter as many places on, or back, as the mask's letter says. */
function shifted(text: string, mask: string, way: 1 | -1): string {
  const count = DJANGO_LETTERS.length;
  const placeOf = (letter = '') => DJANGO_LETTERS.indexOf(letter);
  return [...text]
    .map(
      (letter, at) => DJANGO_LETTERS[(placeOf(letter) + way * placeOf(mask[at]) + count) % count],
    )
    .join('');
}

function bytesOf(told: string): Uint8Array {
  return Uint8Array.from(told, (sign) => sign.charCodeAt(0));
}

import { decodeBase64, latin1 } from './base64.js';

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

/** What a value may stand for: itself, its bytes, and what is under a mask in it. */
function secretsIn(value: string): Set<string> {
  if (value.length < MIN || value.length > MAX) return new Set();
  const bytes = [hexBytes(value), decodeBase64(value)].filter((one) => one !== undefined);
  const [, mask, masked] = TORNADO.exec(value) ?? [];
  return new Set([
    value,
    ...bytes.map(latin1),
    ...bytes.flatMap(halves),
    ...(DJANGO.test(value) ? [shifted(value)] : []),
    ...(mask && masked ? [latin1(xor(hexBytes(masked)!, hexBytes(mask)!))] : []),
  ]);
}

function hexBytes(text: string): Uint8Array | undefined {
  if (!HEX.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}

/** Rails, Yii, CodeIgniter: the mask and the masked secret, whichever comes first. */
function halves(bytes: Uint8Array): string[] {
  if (bytes.length % 2 === 1 || bytes.length < 2 * MIN) return [];
  const middle = bytes.length / 2;
  return [latin1(xor(bytes.subarray(middle), bytes.subarray(0, middle)))];
}

function xor(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ mask[at % mask.length]!);
}

function shifted(value: string): string {
  const places = [...value].map((letter) => DJANGO_LETTERS.indexOf(letter));
  const count = DJANGO_LETTERS.length;
  return places
    .slice(32)
    .map((place, at) => DJANGO_LETTERS[(place - places[at]! + count) % count])
    .join('');
}

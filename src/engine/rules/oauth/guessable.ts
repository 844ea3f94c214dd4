import { decodeBase64Text } from '../../base64.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { percentDecode } from '../../values/unwrap.js';

const WORDS = /^(?=.*[a-z])[a-z]*(?:[-_ .:/~|][a-z]*)*$/i;
const ADDRESS = /^(?:https?:\/)?\/|^[?#]/i;
const DATA = /^\s*[{[]/;

/**
 * True for what anybody can write down: words, an address, or data as JSON, in base64 or not, in
 * which no part looks random. Longer runs of letters alone may be a random value.
 */
export function isReadable(value: string): boolean {
  const written = percentDecode(value);
  const inside = decodeBase64Text(written);
  const plain = inside !== undefined && DATA.test(inside) ? inside : written;
  const parts = plain.split(/[^A-Za-z0-9_-]+/);
  if (parts.some((part) => part.length > 20 || looksRandom(part))) return false;
  return WORDS.test(plain) ? !/[a-z]{12,}/i.test(plain) : ADDRESS.test(plain) || DATA.test(plain);
}

/** The most bits that a value of this length and alphabet can have. */
export function mostBitsOf(value: string): number {
  const perChar = /^\d+$/.test(value) ? Math.log2(10) : /^[0-9a-f-]+$/i.test(value) ? 4 : 6;
  return value.length * perChar;
}

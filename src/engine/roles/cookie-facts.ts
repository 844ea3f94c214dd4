import type { Credential } from '../model.js';
import { estimateBits, looksRandom } from '../values/entropy.js';
import { percentDecode } from '../values/format.js';

export const DAY = 86_400_000;
/** A cookie for these addresses alone reaches no page: it renews what the pages use. */
export const RENEWAL_PATH = /refresh|token|\/(?:oauth2?|auth)\/?$/i;

/** Enough to tell users apart: `sId=5` is no session, and `login=google` none either. */
export function canIdentify(value: string): boolean {
  return looksRandom(value) || (estimateBits(value) >= 32 && !/^[a-z_-]+$/i.test(value));
}

/** Milliseconds between being set (or first seen) and its end; 0 for a session cookie. */
export function lifetimeOf({ attributes, expiresAt, cookie, firstSeen }: Credential): number {
  return attributes?.persistent && expiresAt !== undefined
    ? expiresAt - (cookie?.setAt ?? firstSeen)
    : 0;
}

/** A cookie's value without the escapes and quotes that it travels in. */
export function plainValue({ value }: Credential): string {
  return percentDecode(value).replace(/^"(.*)"$/, '$1');
}

import { readSetCookie } from '../../src/engine/cookies/set-cookie.js';

export const NOW = Date.UTC(2026, 0, 1);
export const HTTPS = 'https://www.example.org/shop/cart';
export const HTTP = 'http://www.example.org/shop/cart';

/** What is read of a line. */
export const read = (line: string, url = HTTPS) => readSetCookie(line, url, NOW);

/** A value of this length. */
export const a = (length: number) => 'a'.repeat(length);

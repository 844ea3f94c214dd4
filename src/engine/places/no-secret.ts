import { namesNobodyYet } from '../values/ids/placeholder.js';
import { withoutBasicPassword } from '../normalize/passwords/basic-password.js';

/** What a script sends that has no token yet, beside words for nobody. */
const WORDS: ReadonlySet<string> = new Set([
  'undefined',
  'null',
  'none',
  'false',
  'nil',
  'empty',
  'logout',
  '[object object]',
  'bearer',
  'basic',
  'token',
  'dpop',
]);

/** A vendor's own scheme with nothing behind it (RFC 9110 §11.4): `X-Sah-Login`. */
const SCHEME = /^x(-[a-z]{2,12}){1,3}$/i;

/** The same where a script has no name and no password yet, or makes a pair of nothing. */
const NO_PAIRS = ['', ...WORDS, ':', ...[...WORDS].map((word) => `${word}:${word}`)];

/** Of what stands behind Basic only a hash is kept, and so of what is nothing (RFC 7617 §2). */
const HASHES: ReadonlySet<string> = new Set(
  NO_PAIRS.flatMap((one) => [one, btoa(one)]).map((sent) =>
    withoutBasicPassword('authorization', `Basic ${sent}`).replace(/^Basic /, ''),
  ),
);

/** True for what stands in an Authorization header where there is nothing to be sent. */
export function isNoSecret(value: string): boolean {
  return (
    WORDS.has(value.toLowerCase()) ||
    SCHEME.test(value) ||
    namesNobodyYet(value) ||
    HASHES.has(value)
  );
}

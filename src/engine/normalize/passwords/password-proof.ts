import { withoutTextPasswords } from './without-passwords.js';

// A page may prove that somebody knows a password, and keep it to itself: it hashes what the server
// asked for with it.

/** The longest answer that is looked at: it has a challenge, and little else. */
const MAX_CHALLENGE = 4096;
/** In hex, of 16 to 64 bytes: MD5, the SHA family. */
const DIGEST =
  /(?<![0-9a-z])[0-9a-f]{32}(?:[0-9a-f]{8}|(?:[0-9a-f]{8}){3,4}|[0-9a-f]{96})?(?![0-9a-z])/gi;
const named = (names: string) => new RegExp(`["<](?:\\w{1,20}:)?(?:${names})[">]`, 'i');
/** With something in it: a switch for one asks for nothing. */
const CHALLENGE = /["<](?:\w{1,20}:)?challenge(?:>|"\s*:\s*(?:"[^"]|\{\s*"))/i;
const ONCE = named('random|nonce');
const REALM = named('realm');
/** What a password is hashed with, and what comes with it: how often, or the server's own half. */
const SALT = named('(?:[a-z]{1,20}[-_]?)?salt');
const BESIDE_SALT = named(
  '(?:[a-z]{1,20}[-_]?)?(?:nonce|rounds|iterations?|iter|ephemeral|public_?key|srp_?\\w{0,20})|' +
    'B|srpB|salt[-_]?[a-z0-9]{1,20}',
);
/** A user has these, of whom a record may have a salt as well. */
const RECORD = named('e-?mail(?:_?address)?|roles?|(?:first|last|full)_?name|created_?at');

/** True where what stands as a password in a body has the form of a hash. */
export function hashesPassword(source: string): boolean {
  const digestsIn = (text: string) => text.match(DIGEST)?.length ?? 0;
  const all = digestsIn(source);
  return all > 0 && digestsIn(withoutTextPasswords(source)) < all;
}

/**
 * True for data that asks for a proof: a challenge, a value for once and a realm, or the salt of a
 * password with what it takes to use it (SRP, RFC 2945 §3; SCRAM, RFC 5802 §5.1).
 */
export function asksForProof(source: string): boolean {
  if (source.length > MAX_CHALLENGE) return false;
  if (CHALLENGE.test(source) || (ONCE.test(source) && REALM.test(source))) return true;
  return SALT.test(source) && BESIDE_SALT.test(source) && !RECORD.test(source);
}

/** What a page tells its scripts, of any length; elsewhere in it the word means much. */
const IN_PAGE = /"challenge"\s*:\s*"[^"]{8,512}"/;

/** True for a page whose scripts are told a challenge. */
export function pageAsksForProof(source: string): boolean {
  return source.includes('"challenge"') && IN_PAGE.test(source);
}

import type { Role } from '../src/engine/model.js';

/** One deliberate weakness of the insecure shop. */
export interface Weakness {
  ruleId: string;
  /** A key of {@link CREDENTIALS}, or {@link WHOLE_SHOP}. */
  credential: string;
  /** What the shop does and why it matters. */
  because: string;
}

/** What is weak is no credential of the shop's but what it does. */
export const WHOLE_SHOP = 'the whole shop';

/**
 * What the insecure shop hands out that deserves findings: cookie name, storage key, header name or
 * path parameter, with its true role and every name under which one value is met. A token that
 * lies in web storage goes by its storage key, wherever else it travels.
 */
export const CREDENTIALS: Readonly<Record<string, { role: Role; names: readonly string[] }>> = {
  'connect.sid': { role: 'session', names: ['connect.sid'] },
  remember_me: { role: 'remember-me', names: ['remember_me'] },
  ab_bucket: { role: 'tracking', names: ['ab_bucket'] },
  '__Host-cart': { role: 'other', names: ['__Host-cart'] },
  last_seen_item: { role: 'preference', names: ['last_seen_item'] },
  access_token: { role: 'access-token', names: ['access_token', 'authorization', '/access_token'] },
  refresh_token: {
    role: 'refresh-token',
    names: ['refresh_token', 'x-refresh-token', '/refresh_token'],
  },
  profile: { role: 'id-token', names: ['profile', 'profile/id_token', 'x-id-token', '/id_token'] },
  'x-legacy-token': { role: 'access-token', names: ['x-legacy-token'] },
  jsessionid: { role: 'session', names: ['jsessionid'] },
  authorization: { role: 'basic', names: ['authorization'] },
};

const weakness = (ruleId: string, credential: string, because: string): Weakness => ({
  ruleId,
  credential,
  because,
});

/**
 * Every weakness that the visit of `visit.ts` shows, once for each rule and credential. What is not
 * listed is the counter-test: `Secure` is asked only of what authenticates, and a cookie sent over
 * http is a matter of its missing `Secure`, not of `token-over-http`.
 */
export const SEEDED: readonly Weakness[] = [
  weakness(
    'cookie-missing-httponly',
    'connect.sid',
    'Any script on a page can read the session id and send it away.',
  ),
  weakness(
    'cookie-missing-secure',
    'connect.sid',
    'The session id travels in the clear with every request.',
  ),
  weakness(
    'cookie-missing-samesite',
    'connect.sid',
    'What other sites may send it with is left to each browser’s default.',
  ),
  weakness(
    'session-not-rotated-at-login',
    'connect.sid',
    'Whoever knew the id before the login is logged in with it after.',
  ),
  weakness('password-over-http', WHOLE_SHOP, 'Everybody on the way can read what users type.'),
  weakness('session-default-name', 'connect.sid', 'The name tells what the server runs.'),
  weakness(
    'cookie-persistent-session',
    'connect.sid',
    'It stays for 30 days, on shared computers too.',
  ),

  weakness(
    'cookie-missing-secure',
    'remember_me',
    'Over http it can only be set without Secure, and it is worth a login for years.',
  ),
  weakness(
    'remember-me-lifetime-too-long',
    'remember_me',
    'It asks for five years; browsers cut that to 400 days, which is still too long.',
  ),

  weakness(
    'cookie-samesite-none-insecure',
    'ab_bucket',
    'SameSite=None without Secure: the browser refuses the cookie.',
  ),
  weakness(
    'cookie-prefix-violated',
    '__Host-cart',
    'The __Host- prefix without Secure: the browser refuses the cookie.',
  ),
  weakness(
    'cookie-expired-on-arrival',
    'last_seen_item',
    'Seconds were taken for milliseconds, so it ended in January 1970.',
  ),

  weakness(
    'jwt-lifetime-too-long',
    'access_token',
    'It is good for a year, and nobody can call it back.',
  ),
  weakness(
    'jwt-profile-incomplete',
    'access_token',
    'It says at+jwt, and lacks claims that this type promises.',
  ),
  weakness(
    'token-in-local-storage',
    'access_token',
    'Any script of the origin can read it, today and after a restart.',
  ),
  weakness(
    'token-in-url',
    'access_token',
    'The invoice link carries it, so histories and logs keep it.',
  ),
  weakness(
    'token-sent-cross-site',
    'access_token',
    'metrics.test gets it with every visit and can act as the user.',
  ),
  weakness(
    'token-over-http',
    'access_token',
    'It is sent in the clear with every call of the API.',
  ),

  weakness('jwt-missing-exp', 'refresh_token', 'It never ends.'),
  weakness(
    'refresh-token-readable',
    'refresh_token',
    'Any script of the origin can take it and mint access tokens elsewhere.',
  ),
  weakness(
    'token-over-http',
    'refresh_token',
    'It is sent in the clear in the X-Refresh-Token header.',
  ),

  weakness(
    'token-in-session-storage',
    'profile',
    'The ID token lies inside a JSON value that any script of the origin can read.',
  ),
  weakness(
    'token-over-http',
    'profile',
    'The ID token is sent in the clear in the X-Id-Token header.',
  ),

  weakness('jwt-alg-none', 'x-legacy-token', 'It has no signature, so anybody can write one.'),
  weakness(
    'jwt-expired-in-use',
    'x-legacy-token',
    'It ended in January 2024 and is still sent, and still accepted.',
  ),
  weakness('token-over-http', 'x-legacy-token', 'It is sent in the clear.'),

  weakness(
    'session-id-in-url',
    'jsessionid',
    'The help pages keep their session id in the path, where logs and links take it along.',
  ),
  weakness(
    'token-over-http',
    'jsessionid',
    'It is sent in the clear, in a place that nobody takes for a secret.',
  ),

  weakness(
    'basic-auth-in-use',
    'authorization',
    'The stock system gets a password with every request, from a script that everybody can read.',
  ),
];

/** Cookies of the insecure shop that identify nobody and deserve no finding. */
export const HARMLESS: readonly string[] = ['theme', 'cookie_consent', '_ga'];

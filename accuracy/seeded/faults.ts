import type { Severity } from '../../src/engine/model.js';
import type { Seed, Variant } from './variant.js';

/** Milliseconds; browsers keep no cookie for longer than 400 days. */
export const TWO_YEARS = 63_072_000_000;
/** Secrets of tutorials, which everybody can look up. */
export const KNOWN_SECRET = 'secret';
export const LONG_KNOWN_SECRET = 'complex_password_at_least_32_characters_long';

/** A server of `site.ts` that speaks https, with the same pages. */
export const OVER_HTTPS: Variant['edits'][number] = [
  '() => app()),',
  '() => app(), { secure: true }),',
];

/**
 * The server under a name that anybody could have: of names below `.test`, which exist nowhere,
 * nobody asks for Strict-Transport-Security. It comes last, since it changes what the edits before
 * it look for.
 */
export function underPublicName(host: string): Variant['edits'][number] {
  return [`${host}.test`, `${host}.example`];
}

/** The mildest severity at which a fault counts as found, where it is not `low`. */
const LEAST: Readonly<Record<string, Severity>> = {
  'cookie-missing-httponly': 'high',
  'cookie-missing-secure': 'high',
  'cookie-missing-samesite': 'medium',
  'cookie-persistent-session': 'medium',
  'cookie-lifetime-over-cap': 'medium',
  'cookie-samesite-none-on-session': 'medium',
  // Nobody was seen at the other hosts.
  'cookie-domain-too-broad': 'info',
  'session-not-rotated-at-login': 'high',
  'session-survives-logout': 'high',
  'session-weak-secret': 'high',
  'session-id-in-url': 'high',
  'session-id-low-entropy': 'high',
  'jwt-alg-none': 'critical',
  'jwt-missing-exp': 'high',
  'jwt-weak-secret': 'high',
  'jwt-sensitive-claims': 'high',
  'jwt-key-in-header': 'high',
  'token-in-local-storage': 'high',
  'token-in-url': 'high',
  'token-over-http': 'high',
  'token-survives-logout': 'high',
  'refresh-token-readable': 'high',
  'password-over-http': 'high',
  'password-in-url': 'high',
  'logout-keeps-storage': 'medium',
  'authenticated-response-cacheable': 'medium',
  'cors-credentials-reflected': 'medium',
  'oauth-redirect-over-http': 'high',
  'state-changed-by-get': 'info',
};

/**
 * One finding for each of these rules, about the credential of that name, or about the site where
 * there is none.
 */
export function seeds(name: Seed['name'], ...ruleIds: readonly string[]): Seed[] {
  return ruleIds.map((ruleId) => ({
    ruleId,
    ...(name !== undefined && { name }),
    ...(LEAST[ruleId] && { least: LEAST[ruleId] }),
  }));
}

/** What is wrong with a session's cookie of two years that has no attribute, over plain http. */
export function bareCookie(name: string): Seed[] {
  return seeds(
    name,
    'cookie-missing-httponly',
    'cookie-missing-secure',
    'cookie-missing-samesite',
    'cookie-persistent-session',
  );
}

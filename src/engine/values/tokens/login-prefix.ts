import type { Role } from '../../model.js';

/**
 * Prefixes of tokens that a service gives to whoever logs in, or lets an application act for
 * somebody. Where each is published stands in `known-prefix.ts`. Anchored classes only, so that
 * matching is linear.
 */
const LOGIN_PREFIXES: readonly (readonly [shape: RegExp, role: Role])[] = [
  // GitHub: OAuth apps, GitHub Apps for a user, what renews these.
  [/^gh[ou]_/, 'access-token'],
  [/^ghr_/, 'refresh-token'],
  // Slack: users of an app, those of its own pages; what renews tokens that are rotated.
  [/^xox[cps]-/, 'access-token'],
  [/^xoxe-/, 'refresh-token'],
  // Of a browser that is in: the cookie without which `xoxc-` opens nothing.
  [/^xoxd-/, 'session'],
  [/^ya29\./, 'access-token'],
  [/^1\/\/0/, 'refresh-token'],
  [/^EAA[A-Za-z0-9]/, 'access-token'],
  [/^doo_v1_/, 'access-token'],
  [/^dor_v1_/, 'refresh-token'],
  [/^lin_oauth_/, 'access-token'],
  [/^sl\./, 'access-token'],
  [/^ory_at_/, 'access-token'],
  [/^ory_rt_/, 'refresh-token'],
  [/^ory_st_/, 'session'],
  // To be redeemed once, and to log out with: neither opens anything.
  [/^ory_ac_/, 'oauth-state'],
  [/^ory_lo_/, 'other'],
];

/**
 * What a token of a well-known service (`format` known-prefix) is for where a login gives it;
 * undefined for a key that somebody makes.
 */
export function roleOfPrefix(value: string): Role | undefined {
  return LOGIN_PREFIXES.find(([shape]) => shape.test(value))?.[1];
}

import type { Role } from '../engine/model.js';

/** From what identifies a user most directly to what hardly matters. */
export const ROLES: readonly Role[] = [
  'session',
  'access-token',
  'refresh-token',
  'id-token',
  'remember-me',
  'basic',
  'api-key',
  'oauth-state',
  'csrf',
  'device',
  'tracking',
  'load-balancer',
  'consent',
  'preference',
  'other',
];

/** True where whoever holds the value can act as the user. */
export function authenticates(role: Role): boolean {
  return roleRank(role) <= roleRank('remember-me');
}

/** The place of a role in {@link ROLES}: smaller weighs more. */
export function roleRank(role: Role): number {
  return ROLES.indexOf(role);
}

/** The different roles among some, the weightiest first. */
export function rolesByWeight(roles: Iterable<Role>): Role[] {
  return [...new Set(roles)].toSorted((a, b) => roleRank(a) - roleRank(b));
}

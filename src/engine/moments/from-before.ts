import { cameAlong } from '../credentials/came-along.js';
import type { Credential } from '../model.js';
import { logsIn } from '../role-table.js';
import { isUnknown } from '../roles/cue.js';
import { isOfGuest } from './login/guest-grant.js';

// What the browser had before anything was seen, by which a server may know who asks.

/** What knows nobody, wherever it is from. */
export const KNOWS_NOBODY: ReadonlySet<Credential['role']> = new Set([
  'csrf',
  'tracking',
  'device',
  'preference',
  'consent',
  'load-balancer',
]);

/** A cookie that was there before anything was seen, and that may keep its user. */
export function isFromBefore(one: Credential): boolean {
  const { kind, role, behaviour } = one;
  if (kind !== 'cookie' || behaviour.issuedAtLogin || behaviour.madeSince) return false;
  return (role === 'session' || isUnknown(one)) && cameAlong(one);
}

/** True for what may say who asks: it is neither of this visit nor of what knows nobody. */
export function mayBeSomebodys(one: Credential): boolean {
  if (KNOWS_NOBODY.has(one.role)) return false;
  if (one.kind !== 'cookie') return !isOfGuest(one);
  const { madeSince, givenToStranger } = one.behaviour;
  // A script may have logged in where nobody saw it.
  return cameAlong(one) && (logsIn(one) || !(madeSince || givenToStranger));
}

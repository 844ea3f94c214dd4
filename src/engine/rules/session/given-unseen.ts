import type { Known } from '../../known.js';
import type { Credential, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { roleFacts } from '../../role-table.js';
import { canIdentify, plainValue } from '../../roles/cookie-facts.js';
import { isUnknown } from '../../roles/cue.js';

/** How long somebody takes for all steps of a login: a code that comes by mail, for instance. */
export const STEPS_WITHIN: Millis = 10 * 60_000;

/**
 * No answer of the host was seen to set anything, and requests have something since the login that
 * may stand for the user: the login's answer may have given it.
 */
export function mayBeGivenUnseen(
  { id, site, host }: Credential,
  { at }: Moment,
  known: Known,
): boolean {
  const own = known.ofSite(site).filter((one) => one.kind === 'cookie' && one.host === host);
  if (own.some(({ cookie }) => cookie?.setBy !== undefined)) return false;
  return own.some((one) => {
    if (one.id === id || !newAt(one).some((since) => since > at && since - at < STEPS_WITHIN))
      return false;
    return roleFacts(one.role).keepsUser || (isUnknown(one) && canIdentify(plainValue(one)));
  });
}

/** When it was first seen, and with which other values. */
function newAt({ firstSeen, life }: Credential): Millis[] {
  const changes = life.filter(({ type }) => type === 'rotated' || type === 'issued');
  return [firstSeen, ...changes.map(({ lastAt }) => lastAt)];
}

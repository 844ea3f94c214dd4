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
  { site, host }: Credential,
  { at }: Moment,
  known: Known,
): boolean {
  const own = known.ofSite(site).filter((one) => one.kind === 'cookie' && one.host === host);
  if (own.some(({ cookie }) => cookie?.setBy !== undefined)) return false;
  return own.some((one) => {
    const isSince = one.firstSeen > at && one.firstSeen - at < STEPS_WITHIN;
    const mayBe = isUnknown(one) && canIdentify(plainValue(one));
    return isSince && (mayBe || roleFacts(one.role).keepsUser);
  });
}

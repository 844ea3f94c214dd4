import type { Credential } from '../model.js';
import { isOnlyCalled } from '../roles/only-given.js';
import { restsOnItsName } from '../rules/confidence.js';
import { wasKept, wasSent } from './standing.js';

// What little but its name calls a session or a token, and was not seen at work.

/**
 * A cookie that only its name calls a session, and that was given to a browser which came with
 * nothing, or made by a script while the visit was seen: where nobody logged in, it may count
 * visits as well.
 */
export function isNamedOnly(one: Credential): boolean {
  const { givenToStranger, mayHaveLoggedIn, madeSince } = one.behaviour;
  const isOfStranger = givenToStranger !== undefined && !mayHaveLoggedIn;
  const isOfScript = madeSince === true && one.cookie?.setBy === undefined;
  return one.kind === 'cookie' && (isOfStranger || isOfScript) && restsOnItsName(one);
}

/**
 * Answers had it, no login gave it, and nobody was seen to keep or send it: a visit, a call, a
 * connection and a film that is played have a `sessionId` as well.
 */
export function isOnlyCalledSo(one: Credential): boolean {
  const isUsed = wasKept(one) || wasSent(one) || one.behaviour.issuedAtLogin !== undefined;
  return one.kind === 'token' && restsOnItsName(one) && (!isUsed || isHandedInOnce(one));
}

/**
 * A script sent it once, in a field of a body, and neither an answer had it nor was it kept: what
 * proves that somebody is no robot, or where messages go to, is called `token` as well.
 */
function isHandedInOnce(one: Credential): boolean {
  const { sightings, behaviour } = one;
  const sent = sightings.reduce((sum, { count }) => sum + count, 0);
  const isInBody = sightings.every(
    ({ carrier, direction }) => carrier === 'body' && direction === 'sent',
  );
  return isInBody && sent === 1 && behaviour.issuedAtLogin === undefined;
}

/** A cookie that no login gave, that nobody was seen to send, and that only its name calls so. */
export function isOnlyGivenSo(one: Credential): boolean {
  const isUsed = wasSent(one) || one.behaviour.issuedAtLogin !== undefined;
  return one.kind === 'cookie' && !isUsed && isOnlyCalled(one);
}

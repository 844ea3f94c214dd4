import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { SECOND, YEAR } from '../time-units.js';
import { isKeyName } from '../values/names/key-name.js';
import { hintOf } from '../values/names/name-hint.js';
import type { Cue } from './cue.js';
import { GIFT, isUnusedGift } from './gift-cue.js';
import { isKeyOfLink, LINK_KEY } from './link-key-cue.js';
import { isOfLoginLink, LOGIN_LINK } from './login-key.js';
import { isNamedToEnd, NAMED_TO_END } from './named-to-end.js';
import { ownHeaderCues } from './own-header-cues.js';
import { roleAt } from './place-hint.js';
import { isOfProject, PROJECT_KEY } from './project-key-cue.js';
import { isForOthersAlone } from './public-key.js';
import {
  CONNECTION,
  GREETING,
  isCalledConnection,
  isOfConnection,
  isToldInSocket,
} from './socket-cues.js';

/** Headers that no standard knows. */
const OWN_HEADER = /^x-/;

const BEACON: Cue = {
  role: 'tracking',
  weight: 0.8,
  text: text(
    'evidence_beacon',
    'sent only with requests that were answered with nothing, as those that count visits are',
  ),
};

/** Of a value that goes to other sites alone. */
export const ELSEWHERE: Cue = {
  role: 'tracking',
  weight: 0.7,
  text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
};

const BESIDE: Cue = {
  role: 'csrf',
  weight: 0.6,
  text: text(
    'evidence_beside_session',
    'sent only in addresses, and beside the cookie that already says who asks',
  ),
};

const KEPT: Cue = {
  role: 'tracking',
  weight: 0.6,
  text: text(
    'evidence_kept_id',
    'kept by script under such a name, and no request was seen that logs in with it',
  ),
};

/**
 * What the traffic says of a value for which only the name of its place speaks: ids that a script
 * makes up to count visits are called sessions as well, and keys of a project tokens. Empty where
 * something else speaks for it: where a login or an answer gave it, or where it stands elsewhere.
 */
export function trafficCues(credential: Credential): Cue[] {
  if (isUnusedGift(credential)) return [GIFT];
  if (!isOnlyNamed(credential)) return [];
  const { behaviour, sightings } = credential;
  if (isKeyOfLink(credential)) return [LINK_KEY];
  if (isOfLoginLink(credential)) return [LOGIN_LINK];
  if (sightings.some(({ carrier }) => carrier === 'header')) return ownHeaderCues(credential);
  const elsewhere = isForOthersAlone(behaviour);
  const answeredNothing = behaviour.gotNothing === true && !behaviour.gotData && !behaviour.gotPage;
  const isStored = sightings.some(({ direction }) => direction === 'stored');
  const roles = new Set(sightings.map(roleAt));
  if ((roles.has('session') || isCalledConnection(sightings)) && isOfConnection(sightings))
    return [CONNECTION];
  if (roles.has('session') && isToldInSocket(sightings)) return [GREETING];
  if (behaviour.besideSession && sightings.every(isUnheardOf)) return [BESIDE];
  if (roles.has('session') && sightings.every(isKeptId)) return [KEPT];
  if (roles.has('session') && isNamedToEnd(sightings)) return [NAMED_TO_END];
  if (roles.has('session')) {
    if (answeredNothing) return [BEACON];
    const kept = sightings.filter(({ direction }) => direction === 'stored').every(isKeptId);
    return elsewhere && kept && !behaviour.gotPage ? [ELSEWHERE] : [];
  }
  const isKey = roles.has('access-token') && !isStored;
  return isKey && isOfProject(credential) ? [PROJECT_KEY] : [];
}

/** RFC 6750 §2.3, and what else a login protocol calls its tokens. */
const OF_PROTOCOL = /^(?:access|id|refresh)_?token$/i;

/**
 * In an address, and under no name that a product documents for its sessions (`;jsessionid=`), nor
 * one of a login protocol or of a key.
 */
function isUnheardOf({ carrier, direction, locator }: Sighting): boolean {
  const hint = hintOf(locator);
  const isProtocols = hint?.role === 'oauth-state' || OF_PROTOCOL.test(locator);
  const isKey = hint?.role === 'api-key' || isKeyName(locator);
  const isKnown = hint?.from !== undefined || isProtocols || isKey;
  return carrier === 'url' && direction === 'sent' && !isKnown;
}

/** Scripts that count visits call them sessions; what logs in is called a token, or is sent. */
function isKeptId({ direction, locator }: Sighting): boolean {
  return direction === 'stored' && !/(?<!public[-_]?)token|auth|login|jwt/i.test(locator);
}

function isOnlyNamed(credential: Credential): boolean {
  const { kind, format, behaviour, sightings } = credential;
  return (
    kind === 'token' &&
    (format === 'opaque' || format === 'uuid' || isLasting(credential)) &&
    behaviour.issuedAtLogin === undefined &&
    sightings.every(
      ({ carrier, direction, locator }) =>
        direction === 'stored' ||
        carrier === 'websocket' ||
        (direction === 'sent' && ['url', 'body'].includes(carrier)) ||
        (direction === 'sent' && carrier === 'header' && OWN_HEADER.test(locator)),
    )
  );
}

/** A JWT that outlasts any login: keys of projects are made for years, or for good. */
function isLasting({ jwt }: Credential): boolean {
  if (!jwt) return false;
  const { iat, exp } = jwt.claims;
  if (exp === undefined) return true;
  // NumericDate counts in seconds (RFC 7519 §2).
  return typeof iat === 'number' && typeof exp === 'number' && exp - iat > YEAR / SECOND;
}

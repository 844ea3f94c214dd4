import type { Credential, Role, Sighting } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { hintOf } from '../values/name-hint.js';
import { hintAt, isBareToken } from './place-hint.js';
import { isForOthersAlone } from './public-key.js';

/** In seconds, as claims are (RFC 7519 §2, NumericDate). */
const YEAR = 366 * 86_400;
/** Headers that no standard knows. */
const OWN_HEADER = /^x-/;

const LINK_KEY: Cue = {
  role: 'oauth-state',
  weight: 0.7,
  text: text(
    'evidence_key_of_link',
    'sent in an address that only sent the browser on: the key of a link',
  ),
};

const BEACON: Cue = {
  role: 'tracking',
  weight: 0.8,
  text: text(
    'evidence_beacon',
    'sent only with requests that were answered with nothing, as those that count visits are',
  ),
};
const GIFT: Cue = {
  role: 'other',
  weight: 0.7,
  text: text(
    'evidence_given_and_unused',
    'only answers of a site that is not the page’s own had it, before anybody logged in, and nothing was sent with it',
  ),
};
const ELSEWHERE: Cue = {
  role: 'tracking',
  weight: 0.7,
  text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
};
const PROJECT_KEY: Cue = {
  role: 'api-key',
  weight: 0.75,
  text: text(
    'evidence_project_key',
    'sent only to a site that is not the page’s own, before anybody logged in, and given by no answer',
  ),
};

const CONNECTION: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_connection_id',
    'sent only where a WebSocket is opened, and given by no answer: it numbers the connection',
  ),
};

const EACH_TIME: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_made_each_time',
    'another one with each request, and given by no answer: it numbers requests',
  ),
};

const OF_PAGE: Cue = {
  role: 'other',
  weight: 0.6,
  text: text(
    'evidence_session_of_page',
    'given by no answer, sent before anybody logged in, and beside the cookie that says who asks: the page numbers its visits',
  ),
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
  if (sightings.some(isInHeader)) return headerCues(credential);
  const elsewhere = isForOthersAlone(behaviour);
  const answeredNothing = behaviour.gotNothing === true && !behaviour.gotData && !behaviour.gotPage;
  const isStored = sightings.some(({ direction }) => direction === 'stored');
  const roles = new Set(sightings.map(roleAt));
  if (roles.has('session') && isOfConnection(sightings)) return [CONNECTION];
  if (behaviour.besideSession && sightings.every(isUnheardOf)) return [BESIDE];
  if (roles.has('session') && sightings.every(isKeptId)) return [KEPT];
  if (roles.has('session')) {
    if (answeredNothing) return [BEACON];
    const kept = sightings.filter(({ direction }) => direction === 'stored').every(isKeptId);
    return elsewhere && kept && !behaviour.gotPage ? [ELSEWHERE] : [];
  }
  const isKey = roles.has('access-token') && elsewhere && !isStored;
  return isKey && behaviour.usedAnonymously ? [PROJECT_KEY] : [];
}

/** A header of a service's own, to which pages of other sites send the key of their project. */
function headerCues(credential: Credential): Cue[] {
  if (isMadeEachTime(credential)) return [EACH_TIME];
  const { behaviour, sightings } = credential;
  const isOfPage = sightings.every(
    (one) => one.direction === 'sent' && roleAt(one) === 'session' && !isBareToken(one.locator),
  );
  if (isOfPage && behaviour.besideSession && behaviour.usedAnonymously) return [OF_PAGE];
  const isKey = sightings.every((one) => {
    const role = roleAt(one);
    return one.direction === 'sent' && (role === 'access-token' || role === 'session');
  });
  return isKey && isForOthersAlone(behaviour) && behaviour.usedAnonymously ? [PROJECT_KEY] : [];
}

/** No value of it came twice. */
function isMadeEachTime({ sightings, valueCount }: Credential): boolean {
  const uses = sightings.reduce((sum, { count }) => sum + count, 0);
  return (
    valueCount >= 3 && uses <= valueCount && sightings.every((one) => one.direction === 'sent')
  );
}

/** What a service gives to every page that asks; whoever logs in uses what he was given. */
function isUnusedGift({ behaviour, sightings }: Credential): boolean {
  if (behaviour.issuedAtLogin) return false;
  return sightings.every(
    ({ carrier, direction, site, pageSite }) =>
      carrier === 'body' && direction === 'received' && pageSite !== undefined && pageSite !== site,
  );
}

/** Where a token led was a redirect (RFC 9110 §15.4) and nothing else, and nobody was known beside it. */
function isKeyOfLink({ behaviour, sightings }: Credential): boolean {
  const { besideSession, gotPage, gotData } = behaviour;
  if (besideSession || gotPage || gotData) return false;
  return sightings.every((one) => {
    const { carrier, direction, firstExchange } = one;
    return (
      carrier === 'url' &&
      direction === 'sent' &&
      roleAt(one) === 'access-token' &&
      firstExchange?.method === 'GET' &&
      /^30[12378]$/.test(String(firstExchange.status))
    );
  });
}

/** RFC 6750 §2.3, and what else a login protocol calls its tokens. */
const OF_PROTOCOL = /^(?:access|id|refresh)_?token$/i;

/**
 * In an address, and under no name that a product documents for its sessions (`;jsessionid=`), nor one of
 * a login protocol.
 */
function isUnheardOf({ carrier, direction, locator }: Sighting): boolean {
  const hint = hintOf(locator);
  const isProtocols = hint?.role === 'oauth-state' || OF_PROTOCOL.test(locator);
  const isKnown = hint?.from !== undefined || isProtocols;
  return carrier === 'url' && direction === 'sent' && !isKnown;
}

function isInHeader({ carrier }: Sighting): boolean {
  return carrier === 'header';
}

/** RFC 6455 §1.3: the address of a handshake. */
export function isOpening({ carrier, direction, firstExchange }: Sighting): boolean {
  return carrier === 'url' && direction === 'sent' && /^wss?:/.test(firstExchange?.url ?? '');
}

/** Scripts that count visits call them sessions; what logs in is called a token, or is sent. */
function isKeptId({ direction, locator }: Sighting): boolean {
  return direction === 'stored' && !/(?<!public[-_]?)token|auth|login|jwt/i.test(locator);
}

/** In the address of a handshake, and perhaps in the messages that follow it. */
function isOfConnection(sightings: readonly Sighting[]): boolean {
  return (
    sightings.some(isOpening) &&
    sightings.every((one) => isOpening(one) || one.carrier === 'websocket')
  );
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
  return typeof iat === 'number' && typeof exp === 'number' && exp - iat > YEAR;
}

function roleAt(sighting: Sighting): Role | undefined {
  return isBareToken(sighting.locator) ? 'access-token' : hintAt(sighting)?.role;
}

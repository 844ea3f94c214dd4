import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { namesNobody } from '../values/names/names-nobody.js';
import { tellName } from '../values/telling/redact.js';
import { givenAtLogin } from './of-login.js';
import { type Cue, weigh } from './cue.js';
import { isToldId } from './told-id-cue.js';
import { isThingsToken, isUsersToken } from '../values/names/users-token.js';

const OPENED: Cue = {
  role: 'access-token',
  weight: 0.6,
  text: text(
    'evidence_opened',
    'an answer gave it after a request was refused, which is answered now that it is sent',
  ),
};

/**
 * Under a name of its own: what a login gave to a script stands for the user, and so does what is
 * sent in a header.
 */
export function ownNameCues(credential: Credential): Cue[] {
  const { kind, behaviour, format, sightings } = credential;
  if (kind === 'field') return returnedCues(sightings);
  const { issuedAtLogin } = behaviour;
  if (issuedAtLogin && !sightings.every(isToldId) && !sightings.every(isOfThing))
    return [{ role: 'access-token', weight: 0.6, text: givenAtLogin(credential, issuedAtLogin) }];
  if (behaviour.opened) return [OPENED];
  const header = sightings.find((one) => one.carrier === 'header' && one.direction === 'sent');
  if (!formatFacts(format).selfContained) return [];
  if (!header) return keptCues(credential);
  const locator = tellName(header.locator);
  return [
    {
      role: 'access-token',
      weight: 0.5,
      text: text('evidence_token_header', 'a token that scripts send in the header {locator}', {
        locator,
      }),
    },
  ];
}

/**
 * What a login told a script, and went back in a place of its own then where nothing else said who
 * asks: that is what it is for, and more than what its name says. `said` is what names say by now.
 */
export function ownUse(credential: Credential, said: readonly Cue[]): Cue[] {
  const { kind, behaviour, sightings } = credential;
  const { issuedAtLogin, besideSession, besideAuthorization, gotData, gotPage } = behaviour;
  if (kind !== 'token' || !issuedAtLogin || besideSession || besideAuthorization) return [];
  const isGiven = sightings.some(
    ({ carrier, direction }) => carrier !== 'url' && direction === 'received',
  );
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  // Where a place says nothing of its own, that it goes back is known all the same.
  const isSent = sent.length > 0 || behaviour.sentFirstParty === true;
  if (sent.some(({ locator }) => locator === 'authorization')) return [];
  const [first] = said;
  const isLogins = said.every(({ role }) => role === 'access-token' || role === 'session');
  if (!first || !isLogins || !isGiven || !isSent || !(gotData ?? gotPage)) return [];
  return [{ role: weigh(said).role, weight: 0.6, text: givenAtLogin(credential, issuedAtLogin) }];
}

/** Evidence of a key that is told by what it is called alone. */
const BY_NAME: ReadonlySet<string> = new Set([
  'evidence_issued_as',
  'evidence_header',
  'evidence_locator',
]);

/**
 * What is called a key, but was given by a login and goes back to where that was, with nothing
 * beside it that says who asks: it is the user's. `said` is what names say by now.
 */
export function asKeyOfLogin(credential: Credential, said: readonly Cue[]): Cue[] | undefined {
  const { behaviour, sightings } = credential;
  const { issuedAtLogin, besideSession, besideAuthorization, usedAnonymously } = behaviour;
  if (!issuedAtLogin || besideSession || besideAuthorization || usedAnonymously) return undefined;
  if (!said.every(({ role, text: { key } }) => role === 'api-key' && BY_NAME.has(key)))
    return undefined;
  const given = sightings.find((one) => one.carrier === 'body' && one.direction === 'received');
  const isBack = sightings.some(
    ({ carrier, direction, origin }) =>
      carrier === 'header' && direction === 'sent' && origin === given?.origin,
  );
  if (!isBack || !(behaviour.gotData ?? behaviour.gotPage)) return undefined;
  return [{ role: 'access-token', weight: 0.6, text: givenAtLogin(credential, issuedAtLogin) }];
}

/** Wherever it was, it was called the token of something that is no user. */
function isOfThing({ locator }: Sighting): boolean {
  return isThingsToken(locator);
}

const TOKEN_NAME = /token|jwt|auth|ticket/i;

/**
 * What a page keeps as a token and sends in a form, an address or a message: the header is not open
 * to those.
 */
function keptCues({ sightings, jwt }: Credential): Cue[] {
  const kept = sightings.find((one) => one.direction === 'stored' && TOKEN_NAME.test(one.locator));
  if (!kept) return [];
  const sent = sightings.find(({ direction, site }) => direction === 'sent' && site === kept.site);
  if (!sent) return namesUser(jwt) && isUsersToken(kept.locator) ? [keptAs(kept)] : [];
  return [
    {
      role: 'access-token',
      weight: 0.5,
      text: text('evidence_token_kept', 'a token that the page keeps, and sends as {locator}', {
        locator: tellName(sent.locator),
      }),
    },
  ];
}

/** What pages hide, and requests bring back, for as long as a session lasts. */
function returnedCues(sightings: readonly Sighting[]): Cue[] {
  const sent = sightings.findLast(({ direction }) => direction === 'sent');
  if (!sent) return [];
  return [
    {
      role: 'csrf',
      weight: 0.7,
      text: text('evidence_echoed', 'its value was sent back in {place}', {
        place: tellName(sent.locator),
      }),
    },
  ];
}

/** RFC 7519 §4.1.2: it is about somebody. */
function namesUser(jwt: Credential['jwt']): boolean {
  return jwt?.claims.sub !== undefined && !namesNobody(jwt.claims);
}

function keptAs({ locator }: Sighting): Cue {
  const values = { locator: tellName(locator) };
  return {
    role: 'access-token',
    weight: 0.4,
    text: text('evidence_locator', 'found under the name {locator}', values),
  };
}

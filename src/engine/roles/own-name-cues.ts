import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { formatFacts } from '../values/formats.js';
import { namesNobody } from '../values/names/names-nobody.js';
import { tellName } from '../values/telling/redact.js';
import { givenAtLogin } from './of-login.js';
import { type Cue, weigh } from './cue.js';
import { regex } from '../regex.js';

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
  if (issuedAtLogin && !sightings.every(isToldId))
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
 * What a login told a script, and went in a header of its own then where nothing else said who asks:
 * that is what it is for, and more than what its name says. `said` is what names say by now.
 */
export function ownHeaderUse(credential: Credential, said: readonly Cue[]): Cue[] {
  const { kind, behaviour, sightings } = credential;
  const { issuedAtLogin, besideSession, besideAuthorization, gotData, gotPage } = behaviour;
  if (kind !== 'token' || !issuedAtLogin || besideSession || besideAuthorization) return [];
  const isGiven = sightings.some(
    ({ carrier, direction }) => carrier === 'body' && direction === 'received',
  );
  const isSent = sightings.some(
    ({ carrier, direction, locator }) =>
      carrier === 'header' && direction === 'sent' && locator !== 'authorization',
  );
  const [first] = said;
  const isLogins = said.every(({ role }) => role === 'access-token' || role === 'session');
  if (!first || !isLogins || !isGiven || !isSent || !(gotData ?? gotPage)) return [];
  return [{ role: weigh(said).role, weight: 0.6, text: givenAtLogin(credential, issuedAtLogin) }];
}

/** An answer named it as the id of a thing, and nothing was done with it: keys are kept or sent. */
function isToldId({ direction, carrier, locator }: Sighting): boolean {
  return (
    carrier === 'body' &&
    direction === 'received' &&
    /(?:^|[/_-]|[a-z])(?:[Ii]d|uuid|guid)$/.test(locator)
  );
}

const TOKEN_NAME = /token|jwt|auth|ticket/i;

/**
 * What an application calls its user's token behind a word of its own: `jhi-authenticationToken`,
 * `privy:token`.
 */
const USERS_TOKEN = regex()`
  ^(?!.*(?:guest|visitor|anon|share|cart|map|push|device|invit|preview|upload|download
  |reset|verif|confirm|unsubscri|public|client|embed))(?:.*[^a-zA-Z])?\w{0,20}?
  (?:[tT]oken|TOKEN|jwt|JWT|[bB]earer)$`;

/**
 * What a page keeps as a token and sends in a form, an address or a message: the header is not open
 * to those.
 */
function keptCues({ sightings, jwt }: Credential): Cue[] {
  const kept = sightings.find((one) => one.direction === 'stored' && TOKEN_NAME.test(one.locator));
  if (!kept) return [];
  const sent = sightings.find(({ direction, site }) => direction === 'sent' && site === kept.site);
  if (!sent) return namesUser(jwt) && USERS_TOKEN.test(kept.locator) ? [keptAs(kept)] : [];
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

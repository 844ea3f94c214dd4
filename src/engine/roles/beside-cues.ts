import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { hintAt, isBareToken } from './place-hint.js';

const BESIDE_AUTHORIZATION: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_beside_authorization',
    'sent beside the Authorization header that already says who asks, under no name ' +
      'for such a secret',
  ),
};

const IN_EACH_MESSAGE: Cue = {
  role: 'csrf',
  weight: 0.7,
  text: text(
    'evidence_in_each_message',
    'sent in message after message of a socket that the cookie of the login opened',
  ),
};

const OF_A_THING: Cue = {
  role: 'other',
  weight: 0.7,
  text: text(
    'evidence_of_a_thing',
    'given to somebody who was known already, and sent in addresses and bodies alone: ' +
      'it names a thing',
  ),
};

/**
 * What is called a token or a session, and goes beside that by which the server knows who asks: the
 * token of a channel or a tenant, a value against forgery, the session of a search or of a payment.
 * Nothing where a name says more, or where it is shaped like a token that can stand by itself.
 */
export function besideCues(credential: Credential): Cue[] {
  const { kind, format, behaviour, sightings } = credential;
  if (kind !== 'token' || (format !== 'opaque' && format !== 'uuid')) return [];
  if (behaviour.besideAuthorization && isUnnamed(sightings)) return [BESIDE_AUTHORIZATION];
  if (behaviour.issuedAtLogin) return [];
  if (behaviour.inEachMessage && sightings.every(isInMessage)) return [IN_EACH_MESSAGE];
  return behaviour.givenToKnown && isNamedSession(sightings) ? [OF_A_THING] : [];
}

/** In a header of its own, and nowhere under a name that says what it is. */
function isUnnamed(sightings: readonly Sighting[]): boolean {
  return (
    sightings.some(({ carrier, direction }) => carrier === 'header' && direction === 'sent') &&
    sightings.every(
      (one) =>
        one.locator !== 'authorization' &&
        hintAt(one) === undefined &&
        !(one.carrier === 'header' && isBareToken(one.locator)),
    )
  );
}

function isInMessage({ carrier, locator }: Sighting): boolean {
  return carrier === 'websocket' && isBareToken(locator);
}

/** Only the name of its place calls it a session, and no header, cookie or storage has it. */
function isNamedSession(sightings: readonly Sighting[]): boolean {
  return sightings.every(
    (one) =>
      (one.carrier === 'url' || one.carrier === 'body') &&
      (hintAt(one)?.role ?? 'session') === 'session' &&
      !isBareToken(one.locator),
  );
}

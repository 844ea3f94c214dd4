import type { Credential, Sighting } from '../model.js';
import { text } from '../text.js';
import { tellName } from '../values/telling/redact.js';
import { assertsUser } from '../values/tokens/saml.js';
import type { Cue } from './cue.js';

/**
 * SAML Bindings 2.0 §3.6.3, and SAML 1.1: the parameter that stands for an assertion to be fetched.
 */
const ARTIFACT = /(?:^|[[/])SAMLart\]?$/i;
/** Holds an assertion, whether or not it can be looked into. */
const RESPONSE = /(?:^|[[/])SAMLResponse\]?$/;
const REQUEST = /(?:^|[[/])SAMLRequest\]?$/;

/** What an identity provider says of its user, to a site that is told once who has come. */
export function assertionCues({ format, value, sightings }: Credential): Cue[] {
  const isNamed = ({ locator, carrier }: Sighting) =>
    ARTIFACT.test(locator) || (RESPONSE.test(locator) && carrier !== 'url');
  const named = sightings.find(isNamed);
  if (format === 'saml' ? assertsUser(value) : named && RESPONSE.test(named.locator))
    return [ASSERTION];
  if (!named || !ARTIFACT.test(named.locator)) return [];
  return [
    {
      role: 'id-token',
      weight: 0.8,
      text: text(
        'evidence_saml_artifact',
        'sent as {locator}: it stands for an assertion that the site fetches (SAML Bindings §3.6)',
        { locator: tellName(named.locator) },
      ),
    },
  ];
}

/**
 * A message of SAML in which nobody says who the user is: it asks for a login or a logout, or
 * answers the latter. An identity provider hands it through its login page, whose answer then gives
 * it once more.
 */
export function messageCues({ format, value, sightings }: Credential): Cue[] {
  const isRead = format === 'saml';
  const isNamed = sightings.length > 0 && sightings.every(isMessage);
  return (isRead ? !assertsUser(value) : isNamed) ? [MESSAGE] : [];
}

/**
 * One that cannot be read: a request, or an answer in an address, where none that asserts anything
 * may stand (SAML Profiles §4.1.2).
 */
function isMessage({ locator, carrier }: Sighting): boolean {
  return REQUEST.test(locator) || (carrier === 'url' && RESPONSE.test(locator));
}

const MESSAGE: Cue = {
  role: 'other',
  weight: 0.9,
  text: text(
    'evidence_saml_message',
    'a SAML message that names no user: it only asks or confirms',
  ),
};

/**
 * Less than what a header says: an assertion may go with every request as a bearer token (RFC
 * 7522).
 */
const ASSERTION: Cue = {
  role: 'id-token',
  weight: 0.65,
  text: text(
    'evidence_saml_assertion',
    'a SAML assertion, in which an identity provider says who the user is',
  ),
};

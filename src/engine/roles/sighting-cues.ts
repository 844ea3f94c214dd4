import type { Role, Sighting } from '../model.js';
import { type Text, text, type Told } from '../text.js';
import { AUTHORIZATION, OWN_AUTHORIZATION } from '../values/names/authorization-names.js';
import { hintOf } from '../values/names/name-hint.js';
import { tellHost, tellName } from '../values/telling/redact.js';
import type { Cue } from './cue.js';
import { hintAt, isBareToken, isInForm, storageKeyOf } from './place-hint.js';

/** Key of the evidence that scripts send it as HTTP authentication. */
export const AUTHORIZATION_KEY = 'evidence_authorization';

const GIVEN_NONCE: Cue = {
  role: 'csrf',
  weight: 0.75,
  text: text('evidence_given_nonce', 'an answer gave it in a header, and requests bring it back'),
};

const ANALYTICS: Cue = {
  role: 'tracking',
  weight: 0.9,
  text: text('evidence_analytics_store', 'kept in the store of an analytics script'),
};

/**
 * What the place of one sighting says: where it stands, under which name, and which way it goes.
 */
export function sightingCues(sighting: Sighting, isOfUse: boolean, ofPage: boolean): Cue[] {
  const { carrier, locator, direction, origin } = sighting;
  if (carrier === 'header' && AUTHORIZATION.test(locator) && direction === 'sent') {
    const site = { origin: tellHost(origin) };
    const said = text(AUTHORIZATION_KEY, 'sent in the Authorization header to {origin}', site);
    return [{ role: 'access-token', weight: 0.7, text: said }];
  }
  if (direction === 'stored' && hintOf(storageKeyOf(locator))?.role === 'tracking')
    return [ANALYTICS];
  const hint = hintAt(sighting);
  if (hint) return namedCues(sighting, hint.role);
  if (carrier === 'header' && OWN_AUTHORIZATION.test(locator))
    return [{ role: 'access-token', weight: 0.6, text: inHeader(tellName(locator)) }];
  const ofForm = isInForm(carrier, locator);
  return isOfUse || ofForm ? bareTokenCue(locator, ofPage || ofForm, direction) : [];
}

/** What a name says of which something is known. */
function namedCues({ carrier, locator: place, direction }: Sighting, role: Role): Cue[] {
  const locator = tellName(place);
  // Scripts tell analytics of “sessions” of their own; the one of a login travels elsewhere.
  if (carrier === 'body' && role === 'session')
    return [foundUnder(locator, role, direction === 'received' ? 0.4 : 0.2)];
  if (carrier === 'body' && direction === 'received') {
    const issued = text('evidence_issued_as', 'issued in the response field {locator}', {
      locator,
    });
    return [{ role, weight: 0.85, text: issued }];
  }
  // Searches and visits have one in their addresses as well.
  if (carrier === 'url' && role === 'session' && hintOf(place)?.from === undefined)
    return [foundUnder(locator, role, 0.45)];
  const byHeader = carrier === 'header' ? headerCues(role, direction, locator) : undefined;
  if (byHeader) return byHeader;
  // What it is sent as weighs more than what the answer that gave it called it.
  const isSentBack = role === 'csrf' && direction === 'sent';
  const isDocumented = carrier === 'header' && hintOf(place)?.from !== undefined;
  return [foundUnder(locator, role, isSentBack || isDocumented ? 0.8 : 0.5)];
}

function foundUnder(locator: Told, role: Role, weight: number): Cue {
  return {
    role,
    weight,
    text: text('evidence_locator', 'found under the name {locator}', { locator }),
  };
}

/** In a header of its own: against forgery, a key, or a nonce, which there is none of OAuth's. */
function headerCues(
  role: Role,
  direction: Sighting['direction'],
  locator: Told,
): Cue[] | undefined {
  // The nonce and the state of OAuth travel in addresses, and what a script makes up is new each
  // time.
  if (role === 'oauth-state') return direction === 'received' ? [GIVEN_NONCE] : [];
  if (role !== 'csrf' && role !== 'api-key') return undefined;
  return [
    {
      role,
      weight: 0.8,
      text: inHeader(locator),
    },
  ];
}

function inHeader(locator: Told): Text {
  return text('evidence_header', 'sent in the header {locator}', { locator });
}

/**
 * A field called just `token`: in a JSON answer an access token, in a page or a form against
 * forgery.
 */
function bareTokenCue(place: string, ofForm: boolean, direction: Sighting['direction']): Cue[] {
  if (!isBareToken(place)) return [];
  const role = ofForm || /(?:^|\/)_token$/i.test(place) ? 'csrf' : 'access-token';
  return [foundUnder(tellName(place), role, direction === 'received' ? 0.5 : 0.4)];
}

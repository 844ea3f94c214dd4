import type { Credential, Role, Sighting } from '../model.js';
import { type Text, text, type Told } from '../text.js';
import { assertionCues, messageCues } from './assertion-cues.js';
import { besideCues } from './beside-cues.js';
import { cartCues } from './cart-cue.js';
import { claimCues } from './claim-cues.js';
import type { Cue } from './cue.js';
import { dictatedCues } from './dictated-cue.js';
import { formatFacts } from '../values/formats.js';
import { nameInPage } from '../values/field-name.js';
import { hintOf } from '../values/name-hint.js';
import { ownNameCues } from './own-name-cues.js';
import { hintAt, isBareToken, isInForm, storageKeyOf } from './place-hint.js';
import { sdkOf } from './sdk.js';
import { heldCues } from './shape-cues.js';
import { schemeCues } from './scheme-cues.js';
import { isOpening, trafficCues } from './traffic-cues.js';
import { tellHost, tellName, tellWord } from '../values/redact.js';

/** Key of the evidence that scripts send it as HTTP authentication. */
export const AUTHORIZATION_KEY = 'evidence_authorization';

const AUTHORIZATION = /^(?:proxy-)?authorization$/;
/** What a page calls so that the browser leaves it alone: `X-Authorization`. */
const OWN_AUTHORIZATION = /[-_]authorization$/;

const GIVEN_NONCE: Cue = {
  role: 'csrf',
  weight: 0.75,
  text: text('evidence_given_nonce', 'an answer gave it in a header, and requests bring it back'),
};

const OPENS_SOCKET: Cue = {
  role: 'access-token',
  weight: 0.97,
  text: text(
    'evidence_opens_socket',
    'a page told it, and it is sent to open a WebSocket, where a browser sends no header: it says who connects',
  ),
};

const IN_ADDRESS: Cue = {
  role: 'session',
  weight: 0.7,
  text: text(
    'evidence_address_key',
    'the answer to the login sent the browser to an address with it, and no cookie says who asks',
  ),
};

/** Evidence for what a token outside a cookie is. */
export function tokenCues(credential: Credential): Cue[] {
  if (credential.scheme === 'password') return schemeCues(credential);
  const first = [messageCues, besideCues, trafficCues, cartCues].flatMap((of) => of(credential));
  if (first.length > 0) return first;
  const cues = [
    ...(credential.jwt ? claimCues(credential.jwt) : []),
    ...(credential.kind === 'token' ? heldCues(credential) : []),
    ...assertionCues(credential),
    ...schemeCues(credential),
    ...dictatedCues(credential),
  ];
  for (const sighting of credential.sightings)
    cues.push(...sightingCues(sighting, isUsed(credential), isOfPage(credential)));
  if (opensSockets(credential)) cues.push(OPENS_SOCKET);
  const { givenInAddress, issuedAtLogin } = credential.behaviour;
  if (givenInAddress && issuedAtLogin) cues.push(IN_ADDRESS);
  const said = [...cues, ...sdkCues(credential, cues)];
  return withoutRepeats(said.length > 0 ? said : ownNameCues(credential));
}

/** A known library's store speaks for what the rest says already. */
function sdkCues({ sightings }: Credential, cues: readonly Cue[]): Cue[] {
  const stored = sightings.find(({ direction }) => direction === 'stored');
  const sdk = stored && sdkOf(stored.locator);
  const role = cues.find((cue) => cue.role !== 'tracking')?.role;
  return sdk && role
    ? [
        {
          role,
          weight: 0.3,
          text: text('evidence_sdk', 'kept where {sdk} keeps its tokens', { sdk: tellWord(sdk) }),
        },
      ]
    : [];
}

/** Somebody got it by logging in, or it is kept or sent: else its name is all that speaks for it. */
function isUsed({ behaviour, format, sightings }: Credential): boolean {
  return (
    behaviour.issuedAtLogin !== undefined ||
    formatFacts(format).unmistakable ||
    sightings.some(({ direction }) => direction !== 'received')
  );
}

/** A page of the site told it, and what brings it back proves that it was read there. */
function isOfPage({ kind, sightings }: Credential): boolean {
  return kind === 'field' && sightings.some(({ locator }) => nameInPage(locator) !== undefined);
}

/** Nothing but handshakes brings it (RFC 6455 §4.1), and no name says that it is against forgery. */
function opensSockets({ format, sightings }: Credential): boolean {
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  const isNamed = ({ locator }: Sighting) =>
    hintOf(nameInPage(locator) ?? locator)?.role === 'csrf';
  return (
    sent.length > 0 &&
    formatFacts(format).structured &&
    sent.every(isOpening) &&
    !sightings.some(isNamed)
  );
}

function sightingCues(sighting: Sighting, isOfUse: boolean, ofPage: boolean): Cue[] {
  const { carrier, locator: place, direction, origin } = sighting;
  const locator = tellName(place);
  const site = { origin: tellHost(origin) };
  const hint = hintAt(sighting);
  if (carrier === 'header' && AUTHORIZATION.test(place) && direction === 'sent') {
    return [
      {
        role: 'access-token',
        weight: 0.7,
        text: text(AUTHORIZATION_KEY, 'sent in the Authorization header to {origin}', site),
      },
    ];
  }
  if (direction === 'stored' && hintOf(storageKeyOf(place))?.role === 'tracking') {
    return [
      {
        role: 'tracking',
        weight: 0.9,
        text: text('evidence_analytics_store', 'kept in the store of an analytics script'),
      },
    ];
  }
  const ofForm = isInForm(carrier, place);
  if (!hint && carrier === 'header' && OWN_AUTHORIZATION.test(place))
    return [{ role: 'access-token', weight: 0.6, text: inHeader(locator) }];
  if (!hint) return isOfUse || ofForm ? bareTokenCue(place, ofPage || ofForm, direction) : [];
  if (carrier === 'body' && hint.role === 'session') {
    // Scripts tell analytics of “sessions” of their own; the one of a login travels elsewhere.
    return [
      {
        role: 'session',
        weight: direction === 'received' ? 0.4 : 0.2,
        text: text('evidence_locator', 'found under the name {locator}', { locator }),
      },
    ];
  }
  if (carrier === 'body' && direction === 'received') {
    return [
      {
        role: hint.role,
        weight: 0.85,
        text: text('evidence_issued_as', 'issued in the response field {locator}', { locator }),
      },
    ];
  }
  const byHeader = carrier === 'header' ? headerCues(hint.role, direction, locator) : undefined;
  if (byHeader) return byHeader;
  // What it is sent as weighs more than what the answer that gave it called it.
  const isSentBack = hint.role === 'csrf' && direction === 'sent';
  const isDocumented = carrier === 'header' && hintOf(place)?.from !== undefined;
  return [
    {
      role: hint.role,
      weight: isSentBack || isDocumented ? 0.8 : 0.5,
      text: text('evidence_locator', 'found under the name {locator}', { locator }),
    },
  ];
}

/** In a header of its own: against forgery, a key, or a nonce, which there is none of OAuth's. */
function headerCues(
  role: Role,
  direction: Sighting['direction'],
  locator: Told,
): Cue[] | undefined {
  // The nonce and the state of OAuth travel in addresses, and what a script makes up is new each time.
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

/** A field called just `token`: in a JSON answer an access token, in a page or a form against forgery. */
function bareTokenCue(place: string, ofForm: boolean, direction: Sighting['direction']): Cue[] {
  if (!isBareToken(place)) return [];
  const role = ofForm || /(?:^|\/)_token$/i.test(place) ? 'csrf' : 'access-token';
  return [
    {
      role,
      weight: direction === 'received' ? 0.5 : 0.4,
      text: text('evidence_locator', 'found under the name {locator}', {
        locator: tellName(place),
      }),
    },
  ];
}

function withoutRepeats(cues: Cue[]): Cue[] {
  const seen = new Set<string>();
  return cues.filter(({ role, text: { key, values } }) => {
    const id = `${role} ${key} ${values.locator ?? ''}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

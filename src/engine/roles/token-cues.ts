import type { Credential, Role, Sighting } from '../model.js';
import { text } from '../text.js';
import { claimCues } from './claim-cues.js';
import type { Cue } from './cue.js';
import { hintOf } from '../values/name-hint.js';
import { sdkOf } from './sdk.js';
import { tellHost, tellName, tellWord } from '../values/redact.js';

/** `X-Weather-Key` and the like; the others are no secrets. */
const KEY_HEADER = /^(?!sec-|idempotency|x-idempotency|surrogate|x-cache|cache)[a-z0-9-]*-key$/;
/** Members that say nothing of what they hold: there the key of the entry says it (MSAL's cache). */
const PLAIN_NAME = /^(?:secret|value|token|raw)$/i;

/** Evidence for what a token outside a cookie is. */
export function tokenCues(credential: Credential): Cue[] {
  const cues = [...(credential.jwt ? claimCues(credential.jwt) : []), ...schemeCues(credential)];
  for (const sighting of credential.sightings) cues.push(...sightingCues(sighting));
  return withoutRepeats([...cues, ...sdkCues(credential, cues)]);
}

/** Schemes that say what they carry, and services whose keys name themselves. */
function schemeCues(credential: Credential): Cue[] {
  const { scheme, format } = credential;
  if (scheme !== undefined && /^(?:x-)?api-?key$|^key$/.test(scheme)) {
    return [
      {
        role: 'api-key',
        weight: 0.9,
        text: text(
          'evidence_scheme',
          'sent under the scheme {scheme} of the Authorization header',
          { scheme: tellWord(scheme) },
        ),
      },
    ];
  }
  if (isBakedIn(credential)) {
    return [
      {
        role: 'api-key',
        weight: 0.85,
        text: text(
          'evidence_baked_in',
          'sent before anybody logged in, and given by no response: it is written into the page’s script',
        ),
      },
    ];
  }
  if (format !== 'known-prefix') return [];
  return [
    {
      role: 'api-key',
      weight: 0.6,
      text: text('evidence_known_prefix', 'it starts as the keys of a well-known service do'),
    },
  ];
}

/** A client key of a service is the same for everybody; a token is given to somebody. */
function isBakedIn({ behaviour, scheme, format, sightings }: Credential): boolean {
  const given = sightings.some(({ direction }) => direction !== 'sent');
  return (
    behaviour.usedAnonymously === true &&
    scheme !== undefined &&
    !given &&
    format !== 'jwt' &&
    format !== 'jwe'
  );
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

function sightingCues({ carrier, locator: place, direction, origin }: Sighting): Cue[] {
  const locator = tellName(place);
  const site = { origin: tellHost(origin) };
  const hint = hintAt(place, carrier, direction);
  if (carrier === 'header' && place.endsWith('authorization') && direction === 'sent') {
    return [
      {
        role: 'access-token',
        weight: 0.7,
        text: text('evidence_authorization', 'sent in the Authorization header to {origin}', site),
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
  if (!hint) return bareTokenCue(place, carrier, direction);
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
  if (carrier === 'header' && (hint.role === 'csrf' || hint.role === 'api-key')) {
    return [
      {
        role: hint.role,
        weight: 0.8,
        text: text('evidence_header', 'sent in the header {locator}', { locator }),
      },
    ];
  }
  return [
    {
      role: hint.role,
      weight: 0.5,
      text: text('evidence_locator', 'found under the name {locator}', { locator }),
    },
  ];
}

/** What the name of a place hints at; where that says nothing, the entry that it is in. */
function hintAt(
  place: string,
  carrier: Sighting['carrier'],
  direction: Sighting['direction'],
): { role: Role } | undefined {
  const name = nameIn(place);
  const named = hintOf(name);
  if (named) return named;
  if (direction === 'stored' && PLAIN_NAME.test(name)) return hintOf(storageKeyOf(place));
  return carrier === 'header' && KEY_HEADER.test(place) ? { role: 'api-key' } : undefined;
}

/** A field called just `token`: in a JSON answer an access token, in an HTML form against forgery. */
function bareTokenCue(
  place: string,
  carrier: Sighting['carrier'],
  direction: Sighting['direction'],
): Cue[] {
  if (!/^_?token$/i.test(nameIn(place))) return [];
  // JSON has pointers; forms, and pages with forms, have names.
  const role = carrier === 'body' && !place.startsWith('/') ? 'csrf' : 'access-token';
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

function storageKeyOf(locator: string): string {
  return locator.split('/', 1)[0]!;
}

function nameIn(locator: string): string {
  return locator.slice(locator.lastIndexOf('/') + 1).replace(/^(?:input|meta)\[(.*)\]$/, '$1');
}

function withoutRepeats(cues: Cue[]): Cue[] {
  const seen = new Set<string>();
  return cues.filter(({ role, text: { key, values } }) => {
    const id = `${role} ${key} ${values.locator ?? ''}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

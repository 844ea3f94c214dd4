import type { Credential, Role } from '../model.js';
import { text } from '../text.js';
import { publicKeyIssuer } from '../values/tokens/public-key.js';
import { roleOfPrefix } from '../values/tokens/login-prefix.js';
import { isSigningKey } from '../values/signatures/signed-request.js';
import { tellName, tellWord } from '../values/telling/redact.js';
import type { Cue } from './cue.js';
import { pageServiceCue } from './page-services.js';
import { isForOthersAlone } from './public-key.js';

/** Schemes that say what they carry, and services whose keys name themselves. */
export function schemeCues(credential: Credential): Cue[] {
  if (credential.scheme === 'password') return [passwordCue(credential)];
  if (isSigningKey(credential)) return [signingCue(credential)];
  const ofScheme = ownSchemeCues(credential.scheme);
  return ofScheme.length > 0 ? ofScheme : keyCues(credential);
}

/** A password goes with what is asked, as a key does. */
function passwordCue({ name }: Credential): Cue {
  const said = text('evidence_header', 'sent in the header {locator}', { locator: tellName(name) });
  return { role: 'api-key', weight: 0.7, text: said };
}

/** The key stays where it is kept; that it signs is sure, whose it is, is not. */
function signingCue({ scheme = '' }: Credential): Cue {
  const said = text(
    'evidence_signs_requests',
    'requests were signed with it ({scheme}); the key itself was not sent',
    { scheme: tellWord(scheme) },
  );
  return { role: 'api-key', weight: 0.95, text: said };
}

/** Schemes of services' own that say what they carry. */
const OWN_SCHEMES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:x-)?(?:api|app|access)-?key$|^key$|^(?:client|app)-?id$/, 'api-key'],
  [/^(?:x-)?(?:user-?)?(?:session|sess|sid)(?:-?(?:id|key|token))?$/, 'session'],
];

function ownSchemeCues(scheme: string | undefined): Cue[] {
  const role = OWN_SCHEMES.find(([names]) => scheme !== undefined && names.test(scheme))?.[1];
  if (scheme !== undefined && role !== undefined) {
    return [
      {
        role,
        weight: 0.9,
        text: text(
          'evidence_scheme',
          'sent under the scheme {scheme} of the Authorization header',
          { scheme: tellWord(scheme) },
        ),
      },
    ];
  }
  if (scheme === 'basic') {
    return [
      {
        role: 'api-key',
        weight: 0.9,
        text: text(
          'evidence_basic_key',
          'sent as the name of HTTP Basic authentication without a password, as services ' +
            'take their keys',
        ),
      },
    ];
  }
  return [];
}

const OF_LOGIN = text(
  'evidence_login_prefix',
  'it starts as what a well-known service gives to whoever logs in does',
);

const BAKED_IN: Cue = {
  role: 'api-key',
  weight: 0.85,
  text: text(
    'evidence_baked_in',
    'sent before anybody logged in, and given by no response: it is written into the page’s script',
  ),
};

function keyCues(credential: Credential): Cue[] {
  const maker = publicKeyIssuer(credential.value);
  if (maker !== undefined) {
    return [
      {
        role: 'api-key',
        weight: 0.95,
        text: text(
          'evidence_public_key',
          'a key in the form that {issuer} makes for pages: it is no secret',
          { issuer: tellWord(maker) },
        ),
      },
    ];
  }
  const service = pageServiceCue(credential);
  if (service) return [service];
  if (isBakedIn(credential)) return [BAKED_IN];
  if (credential.format !== 'known-prefix') return [];
  const given = roleOfPrefix(credential.value);
  if (given !== undefined) return [{ role: given, weight: 0.7, text: OF_LOGIN }];
  return [
    {
      role: 'api-key',
      weight: 0.6,
      text: text('evidence_known_prefix', 'it starts as the keys of a well-known service do'),
    },
  ];
}

/**
 * A client key of a service is the same for everybody; a token is given to somebody. What the
 * page's own site is sent may be of a login that nobody saw, unless one came later.
 */
function isBakedIn({ behaviour, scheme, format, sightings }: Credential): boolean {
  const given = sightings.some(({ direction }) => direction !== 'sent');
  const isNobodys = behaviour.sentForNobody === true || isForOthersAlone(behaviour);
  // What was always refused may be a user's that has ended.
  const isTaken = behaviour.gotData ?? behaviour.gotPage ?? behaviour.gotNothing;
  return (
    isNobodys &&
    isTaken === true &&
    behaviour.usedAnonymously === true &&
    scheme !== undefined &&
    !given &&
    format !== 'jwt' &&
    format !== 'jwe' &&
    format !== 'saml'
  );
}

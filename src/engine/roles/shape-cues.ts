import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { text } from '../text.js';
import { estimateBits } from '../values/ids/entropy.js';
import { formatOf } from '../values/format.js';
import { hintOf, isCookieProbe, lookalikeOf } from '../values/names/name-hint.js';
import { namesNobody } from '../values/names/names-nobody.js';
import { tellName, tellWord } from '../values/telling/redact.js';
import { claimCues } from './claim-cues.js';
import type { Cue } from './cue.js';
import { plainValue, tellsClaims } from './cookie-facts.js';
import { listsSettings } from './settings-list.js';

type Shape = (value: string) => Cue | undefined;

const ADDRESS = /^(?:https?:\/\/|\/[\w-]*(?:[/?#]|$))/;
const CONSENTS = /"?(?:consent|categories)[\w ]*"?\s*[:=]/i;
const ANALYTICS = /^(GA|GS)\d\.\d\.|^[A-Z]{2}\d\.\d\.\d{6,12}\.1\d{9}$|^fb\.\d\.\d{10,}\./;
/** Values that switch or choose something: a flag, a number, a language tag. */
const SETTING = /^(?:true|false|on|off|yes|no|dark|light|auto|\d{1,3}|[a-z]{2}(?:[-_][a-z]{2})?)$/i;

/** Evidence from what a cookie's value looks like: the first shape that fits. */
export function shapeCues(credential: Credential): Cue[] {
  if (credential.jwt) {
    const claimed = [...heldCues(credential), ...claimCues(credential.jwt)];
    if (claimed.length > 0) return claimed;
    const isNobodys = credential.behaviour.givenToStranger && namesNobody(credential.jwt.claims);
    return [isNobodys ? OF_NOBODY : JWT];
  }
  if (isProbe(credential)) return [PROBE];
  if (tellsClaims(credential)) return [CLAIMS];
  const value = plainValue(credential);
  for (const shape of SHAPES) {
    const cue = shape(value);
    if (cue) return [secretOf(credential.name, cue)];
  }
  return [];
}

/** What is signed may be a session as well as much else: between these the name may choose. */
function secretOf(name: string, cue: Cue): Cue {
  return cue.role === 'session' ? { ...cue, role: lookalikeOf(name) ?? cue.role } : cue;
}

/**
 * Who put the token there calls it what it is: an identity service gives its claims to more than
 * one.
 */
export function heldCues({ heldAs }: Credential): Cue[] {
  const hint = heldAs === undefined ? undefined : hintOf(heldAs);
  if (heldAs === undefined || !hint) return [];
  return [
    {
      role: hint.role,
      weight: 0.8,
      text: text('evidence_held_as', 'the token in it is called {name} there', {
        name: tellName(heldAs),
      }),
    },
  ];
}

const JWT: Cue = {
  role: 'session',
  weight: 0.4,
  text: text('evidence_jwt_in_cookie', 'a JWT kept in a cookie'),
};

const OF_NOBODY: Cue = {
  role: 'other',
  weight: 0.5,
  text: text(
    'evidence_jwt_of_nobody',
    'a JWT that a browser was given that came to the site with nothing, and no claim in ' +
      'it names anybody',
  ),
};

const CLAIMS: Cue = {
  role: 'other',
  weight: 0.8,
  text: text(
    'evidence_readable_claims',
    'claims about the user for scripts to read, without a signature that would prove them',
  ),
};

const PROBE: Cue = {
  role: 'other',
  weight: 0.7,
  text: text(
    'evidence_cookie_probe',
    'the first request with it asked whether the browser takes cookies: that is all it is for',
  ),
};

/** The site set it and sent the browser to look whether it comes back: no choice of anybody's. */
function isProbe(credential: Credential): boolean {
  if (!SETTING.test(plainValue(credential))) return false;
  const [first] = credential.sightings
    .filter(({ carrier, direction }) => carrier === 'cookie' && direction === 'sent')
    .toSorted((a, b) => a.firstAt - b.firstAt);
  const parameters = new URLSearchParams(parseUrl(first?.firstExchange?.url ?? '')?.search);
  return [...parameters].some(([name]) => isCookieProbe(name));
}

const SHAPES: readonly Shape[] = [
  when((value) => ADDRESS.test(value), {
    role: 'other',
    weight: 0.9,
    text: text('evidence_address', 'its value is an address, which is no secret'),
  }),
  byFormat,
  when((value) => CONSENTS.test(value) && /consent/i.test(value), {
    role: 'consent',
    weight: 0.7,
    text: text('evidence_consent_shape', 'its value lists what was consented to'),
  }),
  when((value) => ANALYTICS.test(value), {
    role: 'tracking',
    weight: 0.9,
    text: text('evidence_analytics_shape', 'a value in the shape of an analytics client id'),
  }),
  setting,
  when(listsSettings, {
    role: 'preference',
    weight: 0.55,
    text: text(
      'evidence_settings_list',
      'its value lists choices, as those of a language, a time zone or how a page looks',
    ),
  }),
];

function when(fits: (value: string) => boolean, cue: Cue): Shape {
  return (value) => (fits(value) ? cue : undefined);
}

function byFormat(value: string): Cue | undefined {
  const { format, issuer } = formatOf(value);
  if (format === 'jwe') {
    return {
      role: 'session',
      weight: 0.5,
      text: text('evidence_jwe_in_cookie', 'an encrypted token (JWE) kept in a cookie'),
    };
  }
  if (format !== 'signed') return undefined;
  return {
    role: 'session',
    weight: 0.45,
    text: text('evidence_signed_by', 'a value in the shape that {issuer} signs', {
      issuer: tellWord(issuer ?? ''),
    }),
  };
}

function setting(value: string): Cue | undefined {
  if (!SETTING.test(value)) return undefined;
  return {
    role: 'preference',
    weight: 0.3,
    text: text(
      'evidence_small_value',
      'the value is a setting: its {bits} bits cannot tell users apart',
      { bits: estimateBits(value) },
    ),
  };
}

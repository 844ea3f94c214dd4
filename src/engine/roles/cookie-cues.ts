import type { Credential, Role } from '../model.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import type { Cue } from './cue.js';
import { estimateBits, looksRandom } from '../values/entropy.js';
import { formatOf, percentDecode } from '../values/format.js';
import { hintOf } from '../values/name-hint.js';
import { claimCues } from './token-cues.js';
import { tellName, tellPath, tellWord } from '../values/redact.js';

const DAY = 86_400_000;
/** Values that switch or choose something: a flag, a number, a language tag. */
const SETTING = /^(?:true|false|on|off|yes|no|dark|light|auto|\d{1,3}|[a-z]{2}(?:[-_][a-z]{2})?)$/i;
/** A cookie for these addresses alone reaches no page: it renews what the pages use. */
const RENEWAL_PATH = /refresh|token|\/(?:oauth2?|auth)\/?$/i;

/** Evidence for what a cookie is: what it does first, then shape, attributes, name. */
export function cookieCues(credential: Credential): Cue[] {
  return [
    ...behaviourCues(credential),
    ...shapeCues(credential),
    ...attributeCues(credential),
    ...nameCues(credential),
  ];
}

function behaviourCues(credential: Credential): Cue[] {
  const { behaviour } = credential;
  const hint = hintOf(credential.name)?.role;
  const cues: Cue[] = [];
  if (
    behaviour.issuedAtLogin &&
    (hint === undefined || roleFacts(hint).logsIn) &&
    canIdentify(plainValue(credential))
  ) {
    cues.push({
      role: hint ?? roleByReach(credential),
      weight: 0.8,
      text: text('evidence_set_by_login', 'set by the response to the login {method} {path}', {
        method: tellWord(behaviour.issuedAtLogin.method),
        path: tellPath(behaviour.issuedAtLogin.url),
      }),
    });
  }
  if (behaviour.clearedAtLogout && (hint === undefined || roleFacts(hint).logsIn)) {
    cues.push({
      role: hint ?? 'session',
      weight: 0.5,
      text: text('evidence_cleared_at_logout', 'cleared by the logout'),
    });
  }
  if (behaviour.clearedEarly && !behaviour.issuedAtLogin) {
    cues.push({
      role: 'oauth-state',
      weight: 0.6,
      text: text('evidence_cleared_early', 'cleared soon, by {path}, without a logout', {
        path: tellPath(behaviour.clearedEarly.url),
      }),
    });
  }
  if (behaviour.setForAuthorization) {
    cues.push({
      role: 'oauth-state',
      weight: 0.5,
      text: text(
        'evidence_set_for_authorization',
        'set when the browser was sent to an authorization server',
      ),
    });
  }
  if (behaviour.echoed) {
    cues.push({
      role: 'csrf',
      weight: 0.7,
      text: text('evidence_echoed', 'its value was sent back in {place}', {
        place: tellName(behaviour.echoed),
      }),
    });
  }
  if (behaviour.sentThirdParty && !behaviour.sentFirstParty) {
    cues.push({
      role: 'tracking',
      weight: 0.5,
      text: text('evidence_third_party', 'sent only to a site that is not the page’s own'),
    });
  }
  return cues;
}

/** What a login gave, where its name says nothing. */
function roleByReach(credential: Credential): Role {
  if (RENEWAL_PATH.test(credential.attributes?.path ?? '')) return 'refresh-token';
  return lifetimeOf(credential) >= 14 * DAY ? 'remember-me' : 'session';
}

function shapeCues(credential: Credential): Cue[] {
  const value = plainValue(credential);
  if (credential.jwt) {
    const claimed = claimCues(credential.jwt);
    if (claimed.length > 0) return claimed;
    return [
      {
        role: 'session',
        weight: 0.4,
        text: text('evidence_jwt_in_cookie', 'a JWT kept in a cookie'),
      },
    ];
  }
  if (/^(?:https?:\/\/|\/[\w-]*(?:[/?#]|$))/.test(value)) {
    return [
      {
        role: 'other',
        weight: 0.9,
        text: text('evidence_address', 'its value is an address, which is no secret'),
      },
    ];
  }
  const { format, issuer } = formatOf(value);
  if (format === 'jwe')
    return [
      {
        role: 'session',
        weight: 0.5,
        text: text('evidence_jwe_in_cookie', 'an encrypted token (JWE) kept in a cookie'),
      },
    ];
  if (format === 'signed') {
    return [
      {
        role: 'session',
        weight: 0.45,
        text: text('evidence_signed_by', 'a value in the shape that {issuer} signs', {
          issuer: tellWord(issuer ?? ''),
        }),
      },
    ];
  }
  if (/"?(?:consent|categories)[\w ]*"?\s*[:=]/i.test(value) && /consent/i.test(value)) {
    return [
      {
        role: 'consent',
        weight: 0.7,
        text: text('evidence_consent_shape', 'its value lists what was consented to'),
      },
    ];
  }
  if (/^(GA|GS)\d\.\d\.|^fb\.\d\.\d{10,}\./.test(value)) {
    return [
      {
        role: 'tracking',
        weight: 0.9,
        text: text('evidence_analytics_shape', 'a value in the shape of an analytics client id'),
      },
    ];
  }
  if (SETTING.test(value)) {
    return [
      {
        role: 'preference',
        weight: 0.3,
        text: text(
          'evidence_small_value',
          'the value is a setting: its {bits} bits cannot tell users apart',
          { bits: estimateBits(value) },
        ),
      },
    ];
  }
  return [];
}

function attributeCues(credential: Credential): Cue[] {
  const { attributes } = credential;
  const value = plainValue(credential);
  if (!attributes || !looksRandom(value) || estimateBits(value) < 60) return [];
  const lifetime = lifetimeOf(credential);
  const { httpOnly, path = '' } = attributes;
  if (httpOnly && RENEWAL_PATH.test(path)) {
    return [
      {
        role: 'refresh-token',
        weight: 0.8,
        text: text('evidence_refresh_path', 'sent to {path} only, where tokens are renewed', {
          path: tellPath(path),
        }),
      },
    ];
  }
  if (httpOnly) {
    return [
      {
        role: 'session',
        weight: lifetime < 30 * DAY ? 0.4 : 0.2,
        text: text(
          'evidence_http_only_random',
          'hidden from script (HttpOnly), and its value has about {bits} bits of entropy',
          { bits: estimateBits(value) },
        ),
      },
    ];
  }
  if (lifetime >= 180 * DAY) {
    return [
      {
        role: 'tracking',
        weight: 0.3,
        text: text(
          'evidence_long_lived_id',
          'an id readable by script that stays for {days} days',
          { days: Math.round(lifetime / DAY) },
        ),
      },
    ];
  }
  return [];
}

function nameCues(credential: Credential): Cue[] {
  const hint = hintOf(credential.name);
  if (!hint || (roleFacts(hint.role).logsIn && !canIdentify(plainValue(credential)))) return [];
  const values = { name: tellName(credential.name), from: tellWord(hint.from ?? '') };
  return [
    hint.from
      ? {
          role: hint.role,
          weight: 0.7,
          text: text('evidence_product_name', 'the name {name} is the one {from} uses', values),
        }
      : {
          role: hint.role,
          weight: 0.45,
          text: text('evidence_name', 'the name {name} suggests it', values),
        },
  ];
}

/** Enough to tell users apart: `sId=5` is no session, and `login=google` none either. */
function canIdentify(value: string): boolean {
  return looksRandom(value) || (estimateBits(value) >= 32 && !/^[a-z_-]+$/i.test(value));
}

/** Milliseconds between being set (or first seen) and its end; 0 for a session cookie. */
function lifetimeOf({ attributes, expiresAt, cookie, firstSeen }: Credential): number {
  return attributes?.persistent && expiresAt !== undefined
    ? expiresAt - (cookie?.setAt ?? firstSeen)
    : 0;
}

function plainValue({ value }: Credential): string {
  return percentDecode(value).replace(/^"(.*)"$/, '$1');
}

import type { Credential } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { roleFacts } from '../role-table.js';
import { type Text, text } from '../text.js';
import { DAY } from '../time-units.js';
import { hintOf, isProbeName, lookalikeOf } from '../values/names/name-hint.js';
import { tellName, tellPath, tellWord } from '../values/telling/redact.js';
import { behaviourCues } from './behaviour-cues.js';
import { cartCues } from './cart-cue.js';
import { chosenCues } from './chosen-cue.js';
import { contentHashCues } from './content-hash.js';
import {
  canIdentify,
  isHardToGuess,
  lifetimeOf,
  outlastsSessions,
  plainValue,
  tellsClaims,
} from './cookie-facts.js';
import type { Cue } from './cue.js';
import { LONG_LIVED } from './open-role.js';
import { hintAt } from './place-hint.js';
import { isForRenewal } from './renewal-path.js';
import { renewedBy, renewsTokens } from './renewal.js';
import { secondFactorCues } from './second-factor.js';
import { shapeCues } from './shape-cues.js';
import { strangerCues } from './stranger-cue.js';
import { visitCues } from './visit-cue.js';

/** Evidence for what a cookie is: what it does first, then shape, attributes, name. */
export function cookieCues(credential: Credential): Cue[] {
  // Set after a code, it looks like all that a login gives.
  const ofFactor = secondFactorCues(credential);
  if (ofFactor.length > 0) return ofFactor;
  return [
    ...behaviourCues(credential),
    ...shapeCues(credential),
    ...chosenCues(credential),
    ...attributeCues(credential),
    ...nameCues(credential),
    ...renewalCues(credential),
    ...cartCues(credential),
    ...contentHashCues(credential),
    ...visitCues(credential),
  ];
}

function attributeCues(credential: Credential): Cue[] {
  const { attributes } = credential;
  const value = plainValue(credential);
  if (!canIdentify(value)) return [];
  const ofStranger = strangerCues(credential);
  if (ofStranger.length > 0) return ofStranger;
  if (!attributes || !isHardToGuess(value)) return [];
  return attributes.httpOnly ? hiddenCues(credential) : lastingCues(credential);
}

/** Key of the evidence that scripts cannot read an id. */
export const HIDDEN_KEY = 'evidence_http_only_random';

/** Of an id that script cannot read. */
function hiddenCues(credential: Credential): Cue[] {
  const { path = '' } = credential.attributes ?? {};
  if (renewsTokens(credential))
    return [{ role: 'refresh-token', weight: 0.85, text: renewedBy(credential) }];
  if (isForRenewal(credential) || beganByRenewing(credential)) {
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
  // So is much else, such as values against forgery from which the page gets another one.
  if (lookalikeOf(credential.name)) return [];
  return [
    {
      role: 'session',
      weight: lifetimeOf(credential) < 30 * DAY ? 0.4 : 0.2,
      text: text(HIDDEN_KEY, 'hidden from script (HttpOnly), and its value looks random'),
    },
  ];
}

/** Of an id that script can read. */
function lastingCues(credential: Credential): Cue[] {
  if (!outlastsSessions(credential)) return [];
  return [
    {
      role: 'tracking',
      weight: 0.3,
      text: text(LONG_LIVED, 'an id readable by script that stays for {days} days', {
        days: Math.round(lifetimeOf(credential) / DAY),
      }),
    },
  ];
}

/**
 * It goes to one part of the site alone, and the first thing that was done with it was to renew
 * others.
 */
function beganByRenewing({ attributes, sightings }: Credential): boolean {
  const sent = sightings.filter(
    ({ carrier, direction }) => carrier === 'cookie' && direction === 'sent',
  );
  const [first] = sent.toSorted((a, b) => a.firstAt - b.firstAt);
  const { pathname = '' } = parseUrl(first?.firstExchange?.url ?? '') ?? {};
  return (attributes?.path ?? '/') !== '/' && RENEWAL_ACT.test(pathname);
}

/** Addresses that give the next token. */
const RENEWAL_ACT = /\/[\w-]{0,20}(?:refresh|renew|rotate|reissue)[\w-]{0,20}\/?$/i;

function nameCues(credential: Credential): Cue[] {
  const hint = hintOf(credential.name);
  if (isProbeName(credential.name) && !canIdentify(plainValue(credential)))
    return [{ role: 'other', weight: 0.45, text: named(credential.name) }];
  // Neither a session nor the state of a login is a word or a number.
  // A product may write it into the name instead: `.AspNetCore.Correlation.…=N`.
  const isState = hint?.role === 'oauth-state' && hint.from === undefined;
  const isSecret = hint && (roleFacts(hint.role).logsIn || isState);
  const tells = canIdentify(plainValue(credential)) && !tellsClaims(credential);
  if (!hint || (isSecret && !tells)) return [];
  const values = { name: tellName(credential.name), from: tellWord(hint.from ?? '') };
  return [
    hint.from
      ? {
          role: hint.role,
          weight: 0.7,
          text: text(PRODUCT_KEY, 'the name {name} is the one {from} uses', values),
        }
      : {
          role: hint.role,
          weight: 0.45,
          text: named(credential.name),
        },
  ];
}

/** Key of the evidence that is no more than a name. */
export const NAME_KEY = 'evidence_name';
/** Key of the evidence that a product is documented to use its name. */
export const PRODUCT_KEY = 'evidence_product_name';

function named(name: string): Text {
  return text(NAME_KEY, 'the name {name} suggests it', { name: tellName(name) });
}

/**
 * Whoever keeps it, and under whatever name: an answer called it what renews the others, or a
 * request did.
 */
function renewalCues({ sightings }: Credential): Cue[] {
  const place = sightings.find(
    (one) => one.carrier === 'body' && hintAt(one)?.role === 'refresh-token',
  );
  if (!place) return [];
  const values = { locator: tellName(place.locator) };
  return [
    {
      role: 'refresh-token',
      weight: 0.85,
      text: text('evidence_locator', 'found under the name {locator}', values),
    },
  ];
}

import type { Credential } from '../model.js';
import { parseJson, stringsOf } from '../normalize/json-strings.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import { looksRandom } from '../values/entropy.js';
import { hintOf } from '../values/name-hint.js';
import { unwrapBase64 } from '../values/unwrap.js';
import { isUuid } from '../values/uuid.js';
import type { Cue } from './cue.js';
import { DAY, isTokenLike, lifetimeOf, plainValue } from './cookie-facts.js';

// Servers hide from scripts what logs in (RFC 6265bis §8.3) and leave to them what scripts are to read:
// who the user is, a value against forgery, what was chosen.

/** Between what an application writes into one value: an id, an end, a checksum. */
const BETWEEN_PARTS = /[^\w+/=.~-]+/;

/** A host at which a login gave a random cookie that scripts cannot read. */
export interface HiddenPlace {
  host: string;
  staysLong: boolean;
}

export const BESIDE_HIDDEN: Cue = {
  role: 'other',
  weight: 0.85,
  text: text(
    'evidence_beside_hidden',
    'the login gave a random cookie beside it that scripts cannot read (HttpOnly), and this one they can',
  ),
};

/** Where logins gave such cookies. */
export function hiddenPlaces(all: readonly Credential[]): HiddenPlace[] {
  return all.filter(isHiddenByLogin).map((one) => ({ host: one.host, staysLong: staysLong(one) }));
}

/**
 * True for a cookie that a login gave for scripts to read beside one that it hid from them. One that is
 * called a session, was there before, is a token by itself, or ends before the hidden one may be one.
 */
export function isBesideHidden(one: Credential, places: readonly HiddenPlace[]): boolean {
  const { kind, name, host, attributes, behaviour } = one;
  if (kind !== 'cookie' || attributes?.httpOnly !== false || hintOf(name)) return false;
  if (!behaviour.issuedAtLogin || behaviour.sentAtLogin || isToken(one)) return false;
  return places.some((place) => place.host === host && (staysLong(one) || !place.staysLong));
}

function isHiddenByLogin(one: Credential): boolean {
  const { kind, role, attributes, behaviour } = one;
  return (
    kind === 'cookie' &&
    roleFacts(role).logsIn &&
    attributes?.httpOnly === true &&
    behaviour.issuedAtLogin !== undefined &&
    (plainValue(one).split(BETWEEN_PARTS).some(looksRandom) || isToken(one))
  );
}

function staysLong(one: Credential): boolean {
  return lifetimeOf(one) >= 14 * DAY;
}

/** By its shape, or as JSON with a secret in it; a number of a user or a session is none. */
function isToken(one: Credential): boolean {
  const value = plainValue(one);
  const held = [value, ...unwrapBase64(value)].filter((said) => said.startsWith('{'));
  return isTokenLike(one.value) || held.some(holdsSecret);
}

function holdsSecret(json: string): boolean {
  const texts = stringsOf(parseJson(json)).map((one) => one.value);
  return texts.some((one) => isTokenLike(one) || (looksRandom(one) && !isUuid(one)));
}

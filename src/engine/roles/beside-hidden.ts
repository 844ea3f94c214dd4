import type { Credential } from '../model.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { roleFacts } from '../role-table.js';
import { text } from '../text.js';
import { DAY } from '../time-units.js';
import { estimateBits, looksRandom } from '../values/ids/entropy.js';
import { hintOf } from '../values/names/name-hint.js';
import { namesNobody } from '../values/names/names-nobody.js';
import { unwrapBase64 } from '../values/unwrap.js';
import { isUuid } from '../values/ids/uuid.js';
import type { Cue } from './cue.js';
import { isNumber, isTokenLike, lifetimeOf, plainValue } from './cookie-facts.js';

// Servers hide from scripts what logs in (RFC 6265bis §8.3) and leave to them what scripts are to
// read: who the user is, a value against forgery, what was chosen.

/** Between what an application writes into one value: an id, an end, a checksum. */
const BETWEEN_PARTS = /[^\w+/=.~-]+/;

/** A host at which a login gave a random cookie that scripts cannot read, and which. */
export interface HiddenPlace {
  host: string;
  staysLong: boolean;
  /** No date was set for it. */
  endsWithBrowser: boolean;
  name: string;
  value: string;
}

const FOR_SCRIPTS: Cue = {
  role: 'other',
  weight: 0.85,
  text: text(
    'evidence_beside_hidden',
    'the login gave a random cookie beside it that scripts cannot read (HttpOnly), and ' +
      'this one they can',
  ),
};

const NUMBER: Cue = {
  role: 'other',
  weight: 0.85,
  text: text(
    'evidence_number_beside_hidden',
    'it holds a number, and the login gave a random cookie beside it that scripts cannot ' +
      'read (HttpOnly)',
  ),
};

const REMEMBERS: Cue = {
  role: 'remember-me',
  weight: 0.6,
  text: text(
    'evidence_stays_beside_hidden',
    'the login gave it, random and to stay, beside a session that ends with the browser',
  ),
};

/** In one piece, and no UUID, which is the number of an account as well. */
const SECRET = /^[\w+/=]{32,512}$/;
/** Fewer bits spare no login that nobody is to guess. */
const ENOUGH_BITS = 100;

/** Where logins gave such cookies. */
export function hiddenPlaces(all: readonly Credential[]): HiddenPlace[] {
  return all.filter(isHiddenByLogin).map((one) => ({
    host: one.host,
    staysLong: staysLong(one),
    endsWithBrowser: lifetimeOf(one) === 0,
    name: one.name,
    value: one.value,
  }));
}

/** The same but for its value: each of its values hides the same from scripts. */
export function isSamePlace(one: HiddenPlace, other: HiddenPlace | undefined): boolean {
  const { host, staysLong: stays, endsWithBrowser: ends, name } = one;
  return (
    host === other?.host &&
    stays === other.staysLong &&
    ends === other.endsWithBrowser &&
    name === other.name
  );
}

/**
 * What speaks of a cookie that a login gave for scripts to read, or that holds a number, beside one
 * that it hid from them. One that is called a session, was there before, is a token of somebody by
 * itself, or ends before the hidden one may be one. One that has its name or its secret is it,
 * written once more: with the flags of the other it would be praised while it lies open.
 */
export function besideHidden(one: Credential, places: readonly HiddenPlace[]): Cue | undefined {
  const { kind, name, host, attributes, behaviour } = one;
  const why = attributes?.httpOnly === false ? FOR_SCRIPTS : isNumber(one) ? NUMBER : undefined;
  if (kind !== 'cookie' || hintOf(name)) return undefined;
  if (!behaviour.issuedAtLogin || behaviour.sentAtLogin || isSomebodys(one)) return undefined;
  const own = places.filter((place) => place.host === host);
  if (own.some((place) => place.name === name || place.value === one.value)) return undefined;
  if (!own.some((place) => staysLong(one) || !place.staysLong)) return undefined;
  return why && own.every((place) => place.endsWithBrowser) && mayRemember(one) ? REMEMBERS : why;
}

/** A secret that stays for days to some months, as what spares the next login does. */
function mayRemember(one: Credential): boolean {
  const value = plainValue(one);
  const lifetime = lifetimeOf(one);
  if (lifetime < DAY || lifetime > 100 * DAY || one.behaviour.repeated) return false;
  return SECRET.test(value) && looksRandom(value) && estimateBits(value) >= ENOUGH_BITS;
}

function isHiddenByLogin(one: Credential): boolean {
  const { kind, role, attributes, behaviour } = one;
  return (
    kind === 'cookie' &&
    roleFacts(role).logsIn &&
    attributes?.httpOnly === true &&
    !isNumber(one) &&
    behaviour.issuedAtLogin !== undefined &&
    (plainValue(one).split(BETWEEN_PARTS).some(looksRandom) || isToken(one))
  );
}

function staysLong(one: Credential): boolean {
  return lifetimeOf(one) >= 14 * DAY;
}

/** A token that may say whose it is: what is switched on for a browser says that of nobody. */
function isSomebodys(one: Credential): boolean {
  return isToken(one) && !(one.jwt && namesNobody(one.jwt.claims));
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

import type { Credential, Role } from '../model.js';
import { text } from '../text.js';
import { hintOf } from '../values/names/name-hint.js';
import { isHardToGuess, outlastsSessions, plainValue } from './cookie-facts.js';
import { NAME_KEY, PRODUCT_KEY } from './cookie-cues.js';
import type { Cue } from './cue.js';

// `uid` is what trackers call a visitor and what sites call a session: what it was seen do tells.

export const ONLY_GIVEN: Cue = {
  role: 'session',
  weight: 0.75,
  text: text(
    'evidence_only_given',
    'whatever its name is: the login gave it, random and hidden from script, the browser sent it ' +
      'from then on, and nothing else can stand for the user',
  ),
};

/** What many a cookie is called that tells browsers apart, and many a session. */
const OF_BROWSERS: ReadonlySet<Role> = new Set(['tracking', 'device', 'consent', 'preference']);
/** Some that a service documents are too short to be its own: `DSID`, `MR`. */
const BRIEF = /^[a-z]{2,5}$/i;

const OF_SERVICES: ReadonlySet<Role> = new Set([...OF_BROWSERS, 'load-balancer']);

/**
 * True for what a service documents as its own, by which it knows a browser or a server: it renews
 * that with any answer, and no login gives it.
 */
export function isOfService(name: string): boolean {
  const hint = hintOf(name);
  return hint?.from !== undefined && OF_SERVICES.has(hint.role) && !BRIEF.test(name);
}

/**
 * True for a cookie that a login gave first and no script can read, with which the site's answers
 * were had from then on, but which is called by what knows no user.
 */
export function mayBeOnlyGiven(one: Credential): boolean {
  const { kind, name, attributes, behaviour } = one;
  const hint = hintOf(name);
  if (kind !== 'cookie' || !hint || !OF_BROWSERS.has(hint.role)) return false;
  if (isOfService(name)) return false;
  const { issuedAtLogin, sentAtLogin, usedAnonymously, gotPage, gotData } = behaviour;
  if (!issuedAtLogin || sentAtLogin || usedAnonymously || behaviour.givenToStranger) return false;
  const isUsed = behaviour.sentFirstParty === true && (gotPage === true || gotData === true);
  const isForAll = attributes?.httpOnly === true && (attributes.path ?? '/') === '/';
  return isUsed && isForAll && !outlastsSessions(one) && isHardToGuess(plainValue(one));
}

/**
 * True for what scripts can read and what stays for so long: it knows a browser, whoever logs in.
 */
export function knowsBrowser(one: Credential): boolean {
  return one.attributes?.httpOnly === false && outlastsSessions(one);
}

/** True where nothing but its name says what it is. */
export function isOnlyCalled({ evidence }: Pick<Credential, 'evidence'>): boolean {
  return (
    evidence.length > 0 && evidence.every(({ key }) => key === NAME_KEY || key === PRODUCT_KEY)
  );
}

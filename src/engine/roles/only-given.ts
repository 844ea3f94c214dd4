import type { Credential } from '../model.js';
import { text } from '../text.js';
import { hintOf } from '../values/names/name-hint.js';
import { isHardToGuess, outlastsSessions, plainValue } from './cookie-facts.js';
import { NAME_KEY, PRODUCT_KEY } from './cookie-cues.js';
import type { Cue } from './cue.js';
import { isOfService, OF_BROWSERS } from './service-names.js';

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

import type { Credential } from '../model.js';
import { text } from '../text.js';
import { isPlaceholder, namesNobodyYet } from '../values/ids/placeholder.js';
import { hintOf, nameWords } from '../values/names/name-hint.js';
import { canIdentify, isHardToGuess, plainValue } from './cookie-facts.js';
import { MEASURE } from './short-id.js';
import { regex } from '../regex.js';

// Careless servers take whoever writes `user_id=7` for user 7.

/** It needs no secret to be written: whoever sends it is taken for the user. */
export const SAYS_USER = text(
  'evidence_says_user',
  'the login set it, and in it stands who or what the user is, without a secret',
);

const OF_USER = regex()`
  ^(?:users?|username|userid|useremail|usr|uid|uname|login|logged|loggedin|loggeduser|auth|authed
  |authenticated|authuser|account|accountid|member|memberid|customer|customerid|admin|isadmin
  |roles?|email|identity|sess|session|sessid|sessionid|sid|token)$`;
/** What stands beside them, and says nothing else. */
const BESIDE = /^(?:id|key|no|num|nr|name|is|in|the|current|active|site|app|web|my|data|\d{1,3})$/;

/**
 * A cookie that a login set and the browser sent from then on, called by what it says of the user,
 * with a value that stands for somebody and that nobody has to guess. It is the session only where
 * nothing else can be.
 */
export function isBareClaim(credential: Credential): boolean {
  const { kind, name, behaviour, sightings } = credential;
  if (kind !== 'cookie' || !behaviour.issuedAtLogin || MEASURE.test(name)) return false;
  const isSent = sightings.some(({ direction }) => direction === 'sent');
  const value = plainValue(credential);
  if (isPlaceholder(value) || namesNobodyYet(value)) return false;
  return isSent && isCalledByUser(name) && !canIdentify(value);
}

function isCalledByUser(name: string): boolean {
  const { role, from } = hintOf(name) ?? {};
  const [first = '', ...words] = nameWords(name);
  if (role === 'session' && (from !== undefined || words.length === 0)) return true;
  // `uid` is what trackers call a visitor, too: they draw one.
  if (role !== undefined && role !== 'session' && role !== 'tracking') return false;
  // What stands in front may be the name of the site.
  const others = words.length > 0 && !isOfUser(first) ? words : [first, ...words];
  return others.some((word) => OF_USER.test(word)) && others.every(isOfUser);
}

function isOfUser(word: string): boolean {
  return OF_USER.test(word) || BESIDE.test(word);
}

/**
 * True where it may be a session that the login left as it was, whatever it looks like otherwise.
 */
export function mayBeKept(credential: Credential): boolean {
  const { kind, name, role, behaviour } = credential;
  if (kind !== 'cookie' || !behaviour.sentAtLogin || role === 'csrf') return false;
  const isProducts = hintOf(name)?.from !== undefined && hintOf(name)?.role !== 'session';
  return !isProducts && isHardToGuess(plainValue(credential));
}

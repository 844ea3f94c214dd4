import { memo } from '../../memo.js';
import { END_OF_SESSION, LOG_OUT, OUT_OF, SIGN_OFF_TOO } from '../../normalize/words/acts.js';
import { pathOf } from '../../normalize/addresses/site.js';
import { act, asks, isReading, NO, parametersOf, partsOf, wordOf, YES } from '../address-words.js';
import { regex } from '../../regex.js';
import { unaccented } from '../../normalize/words/unaccented.js';

// How addresses write the act of logging out; the words of the languages are in
// `normalize/words/acts.ts`.

const LOGOUT_ACT = act(LOG_OUT);
/**
 * Whole paths that end a session: OpenID Connect's, revocation (RFC 7009), authentik's flow, and
 * lists of what was revoked.
 */
const ENDS_SESSION = regex('i')`
  \/${END_OF_SESSION}\/?$
  |\/flows?\/(?:[\w-]+\/)*(?:\w+-)?invalidation(?:-flow)?\/?$
  |\/(?:auth|oauth2?|oidc|connect|token|session|jwt)\/
  (?:revoke(?:[-_](?:self|all|current))?|revocation|(?:black|block|deny)-?list|invalidate)\/?$
  |\/(?:revoke|invalidate)[-_](?:(?:customer|user|my|current|access|auth)[-_])?token\/?$`;
const SIGN_OFF = act(SIGN_OFF_TOO);
/** What stands before it where it is for users: a folder of an application, or they themselves. */
const OF_USERS = regex('i')`
  ^(?:api|v\d|rest|ajax|app|web|www|public|index(?:\.\w+)?|[a-z]{2}(?:-[a-z]{2})?|auth|oauth2?|oidc
  |session|user|users|account|login|logout|konto|benutzer|nutzer|mitglied(?:er)?|kunden?|mein\w*
  |my\w*|portal|admin|member|customer|profil|gebruiker|uzivatel|korisnik|cgi-bin|j|sso)$`;
/** The name of a method behind its namespace: `com.example.server.deleteSession`. */
const NAMESPACED = /^(?:[a-z][a-z\d-]{0,30}\.){2,6}([a-z]{1,40})$/i;
/** A server's own letters before it, and nothing that says when or whether: `/fblogout`. */
const LETTERS = regex('i')`
  ^(?!(?:auto|force|no|pre|post|after|before|on|is|has|last|show|hide|can|allow|enable)log)
  [a-z]{2,8}log(?:out|off)(?:\.\w{1,5})?$`;
/** What is deleted at a logout where the address names a thing: `DELETE /api/session`. */
const SESSION_THING =
  /\/(?:sessions?|auth|authentication|login|tokens?)(?:\/(?:current|me|self|mine|this))?\/?$/i;
/** Other words for it, which say so only together with a cleared session. */
const LEAVING = regex('i')`
  \/(?:exit|leave|bye|good-?bye|farewell|quit|disconnect|end|destroy|close|lock|out|finish
  |terminate|raus|hinaus|ausgang|verlassen|verlaten|quitter|sortir|cerrar|abandonar|opustit
  |wyjscie|uit)\/?$`;
/** A value that goes with the act of logging out alone. */
const LOGOUT_KEY = /(?:^|[-_])log[-_]?(?:out|off)[-_]?(?:token|key|hash|nonce)$/i;
/** WS-Federation §13.2.4 */
const WS_SIGN_OUT = /^wsignout(?:cleanup)?1\.0$/i;
/** The value of a parameter, or the name of an action: `logout`, `auth.signOut`. */
const LOGOUT_WORD = wordOf(LOG_OUT);
/** A switch under the name of what asks for it: `authen_logout=1`, `mod-user-signoff`. */
const OWN_LOGOUT = regex('i')`
  ^(?!(?:show|hide|has|is|last|force|auto|after|before|post|pre|no|not|enable|allow)[-_.])
  (?:[a-z][a-z0-9]{0,19}[-_.]){1,3}(?:${LOG_OUT})$`;

/** True for an address that is for logging out, whatever is sent to it. */
export const isLogoutPath = memo((url: string): boolean => {
  const parts = partsOf(url);
  if (isReading(url, parts)) return false;
  if (parts.some(isLogoutPart) || ENDS_SESSION.test(pathOf(url))) return true;
  return parametersOf(url).some(
    ([name, value]) =>
      asks(name, value, isLogoutWord) ||
      LOGOUT_KEY.test(name) ||
      (isLogoutWord(name) && !NO.test(value)) ||
      ((OWN_LOGOUT.test(name) || LETTERS.test(name)) && YES.test(value)),
  );
});

/**
 * True where the word for it means as well that somebody is taken off a list, and stands below
 * what may be one: `/kurse/7/abmeldung`.
 */
export function isSignOff(url: string): boolean {
  const parts = partsOf(url);
  const at = parts.findIndex((part) => isLogoutPart(part));
  // Wikis keep pages of their own in a namespace.
  if (/:[^/]*$/.test(pathOf(url))) return false;
  return at > 0 && SIGN_OFF.test(parts[at]!) && !OF_USERS.test(parts[at - 1]!);
}

function isLogoutPart(part: string): boolean {
  if (LOGOUT_ACT.test(part) || LETTERS.test(part)) return true;
  const method = NAMESPACED.exec(part)?.[1];
  return method !== undefined && LOGOUT_ACT.test(method);
}

/** True for a page that asks whether to log out, and does not do it. */
export function isLogoutQuestion(url: string): boolean {
  return /(?:^|[-_.])confirm(?:ation)?(?:\.\w{1,5})?$/i.test(partsOf(url).at(-1) ?? '');
}

/** True for the thing that a logout deletes. */
export function isSessionThing(url: string): boolean {
  return SESSION_THING.test(pathOf(url));
}

/** True for an address whose name means leaving, of whatever. */
export function isLeavingPath(url: string): boolean {
  return LEAVING.test(pathOf(url)) || partsOf(url).some((part) => OUT_OF.test(part));
}

/** True for a word that asks for a logout, as the value of a parameter or the name of an action. */
export const isLogoutWord = memo((word: string): boolean => {
  return LOGOUT_WORD.test(unaccented(word)) || WS_SIGN_OUT.test(word);
});

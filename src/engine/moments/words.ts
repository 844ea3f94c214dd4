import { parseUrl } from '../normalize/site.js';

// What addresses call the act of logging in or out: the only place that knows. Paths are read
// segment by segment, since a word in the middle of a title is no request.

const LOG_IN = String.raw`(?:log|sign)[-_]?(?:in|on)|authenticate|authentication`;
const LOG_OUT = String.raw`(?:log|sign)[-_]?(?:out|off)|end[-_]?session`;
/** What servers and frameworks write before and after the act: `userLogout`, `logout-all`, `do_signin`. */
const BEFORE = String.raw`user|auth|account|session|member|customer|sso|oidc|saml2?|oauth2?|cas|wp|j[-_]spring[-_]security|ajax|api|do|perform|confirm|global|single|admin|my`;
const AFTER = String.raw`user|users|all|session|now|confirm(?:ed|ation)?|action|process|handler|callback|complete|done|success(?:ful)?|everywhere|submit|check|form|page|request`;
const ENDING = String.raw`\.\w{1,5}`;
/** One word of the application's own, but none with which a title begins. */
const OWN = String.raw`(?!(?:how|to|why|when|what|about|after|before|no|not|can|cannot|cant)[-_.])[a-z0-9]{1,20}[-_.]`;

/** A segment that is the act itself, with what may stand around it. */
function act(words: string): RegExp {
  return new RegExp(
    `^(?:${OWN})?(?:(?:${BEFORE})[-_.]?){0,2}(?:${words})(?:[-_.]?(?:${AFTER})){0,2}(?:${ENDING})?$`,
    'i',
  );
}

const LOGIN_ACT = act(LOG_IN);
const LOGOUT_ACT = act(LOG_OUT);
/** Last part of the path; `/api/session` is where some APIs log in. */
const LOGIN_END = /^(?:auth|sso|sessions?|credentials|auth-with-password)(?:\.\w+)?$/i;
/** What logs in, but is no page that somebody is sent to. */
const NO_PAGE = /^(?:sessions?|credentials|auth-with-password)(?:\.\w+)?$/i;
/** Whole paths of login pages without a word for it: Rails' resources, AD FS. */
const LOGIN_PAGE = /\/(?:sessions?\/new|adfs\/ls)\/?$/i;
const REFRESH = /refresh|renew|keep-?alive|introspect/i;
/** Pages that speak of it. */
const READING =
  /^(?:help|docs?|documentation|blog|articles?|faqs?|support|kb|knowledge-?base|wiki|news|guides?|tutorials?|learn|posts?|questions?|manual|search|tags?|categor(?:y|ies)|topics?|threads?|reviews?|help-?cent(?:er|re)|hc|archives?)$/i;
const ACCOUNT =
  /^(?:regist(?:er|ration)|sign[-_]?up|join|users?|members?|accounts?|profile|settings|setup|install|(?:change|reset|forgot|new)[-_]?password|password)(?:[-_.]\w+)?$/i;
const SECOND_FACTOR =
  /^(?:otp|totp|2fa|mfa|two[-_]?factor\w*|verify|verification|challenge|web-?authn|passkeys?|assertion|step[-_]?up|code)$/i;
/** Keys and codes that stand for the person, without a password before them. */
const KEY_LOGIN = /^(?:otp|totp|2fa|mfa|web-?authn|passkeys?|assertion)$/i;
const LINK =
  /^(?:magic(?:[-_]?link)?|log[-_]?in(?:[-_]\w+)?|sign[-_]?in(?:[-_]\w+)?|auth|oauth2?|oidc|authenticate|verify[-_](?:login|email|link)|sso|callback)$/i;
const LINK_PARAMETER = /^(?:token|ticket|code|key|otp|login_?token|magic_?\w*)$/i;
/** Whatever speaks of users or credentials, as a part of a word. */
const MAY_LOG_IN =
  /log-?[io]n|sign|auth|token|session|account|user|member|regist|verif|otp|passw|callback|acs|saml/i;
/** Whole paths that end a session: OpenID Connect's, and revocation (RFC 7009). */
const ENDS_SESSION =
  /\/session\/end\/?$|\/(?:auth|oauth2?|oidc|connect|token|session)\/revoke(?:ation)?\/?$/i;
/** What is deleted at a logout where the address names a thing: `DELETE /api/session`. */
const SESSION_THING =
  /\/(?:sessions?|auth|authentication|login|tokens?)(?:\/(?:current|me|self|mine|this))?\/?$/i;
/** Other words for it, which say so only together with a cleared session. */
const LEAVING = /\/(?:exit|leave|bye|quit|disconnect|end|destroy|close)\/?$/i;
/** The value of a parameter, or the name of an action: `logout`, `auth.signOut`. */
const LOGOUT_WORD = /^(?:[\w-]{1,30}[./:])*(?:user)?_?(?:log|sign)[-_]?(?:out|off)(?:[-_]?user)?$/i;
const LOGIN_WORD =
  /^(?:[\w-]{1,30}[./:])*(?:(?:user|do)_?)?(?:(?:log|sign)[-_]?(?:in|on)|authenticate)(?:[-_]?user)?$/i;

/** True for an address that is for logging in. */
export function isLoginPath(url: string | undefined): boolean {
  const parts = partsOf(url);
  if (isReading(parts) || parts.some((part) => REFRESH.test(part))) return false;
  return parts.some((part) => LOGIN_ACT.test(part)) || LOGIN_END.test(parts.at(-1) ?? '');
}

/** True for a page that somebody is sent to for logging in. */
export function isLoginPage(url: string | undefined): boolean {
  if (LOGIN_PAGE.test(pathOf(url))) return true;
  return isLoginPath(url) && !NO_PAGE.test(partsOf(url).at(-1) ?? '');
}

/** True for an address that is for logging out, whatever is sent to it. */
export function isLogoutPath(url: string): boolean {
  const parts = partsOf(url);
  if (isReading(parts)) return false;
  return parts.some((part) => LOGOUT_ACT.test(part)) || ENDS_SESSION.test(pathOf(url));
}

/** True for the thing that a logout deletes. */
export function isSessionThing(url: string): boolean {
  return SESSION_THING.test(pathOf(url));
}

/** True for an address whose name means leaving, of whatever. */
export function isLeavingPath(url: string): boolean {
  return LEAVING.test(pathOf(url));
}

/** True for a word that asks for a logout, as the value of a parameter or the name of an action. */
export function isLogoutWord(word: string): boolean {
  return LOGOUT_WORD.test(word);
}

/** True for the name of an action that logs in. */
export function isLoginWord(word: string): boolean {
  return LOGIN_WORD.test(word);
}

/** Where passwords are given too, but to make an account, or to change one. */
export function isAccountPath(url: string): boolean {
  return partsOf(url).some((part) => ACCOUNT.test(part));
}

/** Where the second step of a login goes: a one-time code, a security key. */
export function isSecondFactorPath(url: string): boolean {
  return partsOf(url).some((part) => SECOND_FACTOR.test(part));
}

/** Where such a key logs in by itself. */
export function isKeyLoginPath(url: string): boolean {
  return partsOf(url).some((part) => KEY_LOGIN.test(part));
}

/** Where a link of a mail leads that logs in. */
export function isLinkPath(url: string): boolean {
  return partsOf(url).some((part) => LINK.test(part));
}

/** The name of a parameter that such a link carries its secret in. */
export function isLinkParameter(name: string): boolean {
  return LINK_PARAMETER.test(name);
}

/** True for a place whose name speaks of users or credentials: somebody may log in there. */
export function mayConcernLogin(url: string): boolean {
  return MAY_LOG_IN.test(pathOf(url));
}

function isReading(parts: readonly string[]): boolean {
  return parts.slice(0, -1).some((part) => READING.test(part));
}

function pathOf(url: string | undefined): string {
  return parseUrl(url ?? '')?.pathname ?? '';
}

function partsOf(url: string | undefined): string[] {
  return pathOf(url).split('/').filter(Boolean);
}

import { memo } from '../memo.js';
import { parseUrl } from '../normalize/site.js';
import { percentDecode } from '../values/unwrap.js';
import { fold, LOG_IN, LOG_OUT, OUT_OF } from '../normalize/acts.js';

// What addresses call the act of logging in or out: the only place that knows. Paths are read
// segment by segment, since a word in the middle of a title is no request.

/** What servers and frameworks write before and after the act: `userLogout`, `logout-all`, `do_signin`. */
const BEFORE = String.raw`user|auth|account|session|member|customer|sso|oidc|saml2?|oauth2?|cas|wp|j[-_]spring[-_]security|ajax|api|do|perform|confirm|global|single|admin|my|cgi`;
const AFTER = String.raw`user|users|all|session|now|confirm(?:ed|ation)?|action|process|handler|callback|complete|done|success(?:ful)?|everywhere|submit|check|form|page|request|servlet|controller|view|do|cgi`;
/** No more of an address is read for words. */
const MAX_PARTS = 64;
const MAX_PART = 256;
/** What servers write before a word that is no page of a user's: `~login`, `_login.cgi`. */
const MARKS = /^[-_~!.@$+]+|[-_~!.@$+]+$/g;
/** Wikis keep pages of their own apart: `Special:UserLogout`. */
const NAMESPACE = /^[\p{L}\d_-]{1,30}:(?=\p{L})/u;
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

/** One script, or none, for all pages. */
const FRONT = /(?:\/|\.(?:php\d?|cgi|pl|fcgi|exe|dll|aspx?|jspx?|do|cfm))$/i;
/** A name, of a page for instance; no number, and no id. */
const WORD = /^[a-z][a-z_./-]{0,39}$/i;
const LOGIN_ACT = act(LOG_IN);
const LOGOUT_ACT = act(LOG_OUT);
/** Last part of the path; `/api/session` is where some APIs log in. */
const LOGIN_END =
  /^(?:auth|sso|sessions?|credentials|auth-with-password|j_(?:spring_)?security_check)(?:\.\w+)?$/i;
/** Where a token is made for who says a password: Keystone, Directus, Django REST framework. */
const TOKENS_END = /\/(?:auth|authentication|identity)\/tokens?\/?$|\/api-token-auth\/?$/i;
/** Where a page asks for leave to listen to a channel of a socket: Pusher, Laravel Echo, Ably. */
const CHANNEL_AUTH =
  /\/(?:pusher|broadcasting|realtime|channels?|presence|ably|pubnub|sockets?|cable|ws)(?:\/\w{1,20})?\/(?:user-)?auth\/?$/i;
/** What stands below a place for logging in, and is something else, or comes before it. */
const ASIDE =
  /^(?:history|attempts?|captcha|settings?|config(?:uration)?|options|providers?|methods?|status|lookup|identif\w*|logs?|stats|audit|begin|start|init(?:iate)?|prepare|nonce|salt|pre-?(?:check|login)|css|js|img|images|assets|fonts?)(?:\.\w+)?$/i;
/** What logs in, but is no page that somebody is sent to. */
const NO_PAGE = /^(?:sessions?|credentials|auth-with-password)(?:\.\w+)?$/i;
/** Whole paths of login pages without a word for it: Rails' resources, AD FS. */
const LOGIN_PAGE = /\/(?:sessions?\/new|adfs\/ls)\/?$/i;
const REFRESH = /refresh|renew|keep-?alive|introspect/i;
/** Pages that speak of it. */
const READING =
  /^(?:help|docs?|documentation|blog|articles?|faqs?|support|kb|knowledge-?base|wiki|news|guides?|tutorials?|learn|posts?|questions?|manual|search|tags?|categor(?:y|ies)|topics?|threads?|reviews?|help-?cent(?:er|re)|hc|archives?|newsletters?|mailings?)$/i;
const ACCOUNT =
  /^(?:regist(?:er|ration)|sign[-_]?up|join|users?|members?|accounts?|profile|settings|setup|install|(?:change|reset|forgot|new)[-_]?password|password)(?:[-_.]\w+)?$/i;
const SECOND_FACTOR =
  /^(?:otp|totp|2fa|mfa|two[-_]?factor\w*|verify|verification|challenge|web-?authn|passkeys?|assertion|step[-_]?up|code)$/i;
const GUEST =
  /^(?:(?:auth|log-?in|sign-?in|session|token|create|new|as|continue|user|customer)[-_.]?){0,3}(?:anonymous(?:ly)?|anon|guests?|visitors?)(?:[-_.]?(?:auth|log-?in|sign-?in|sessions?|tokens?|users?|customers?|access|checkout)){0,2}$/i;
/** Keys and codes that stand for the person, without a password before them. */
const KEY_LOGIN = /^(?:otp|totp|2fa|mfa|web-?authn|passkeys?|assertion)$/i;
const LINK =
  /^(?:magic(?:[-_]?link)?|log[-_]?in(?:[-_]\w+)?|sign[-_]?in(?:[-_]\w+)?|auth|oauth2?|oidc|authenticate|verify[-_](?:login|email|link)|sso|callback|invit(?:e|es|ations?)|passwordless|one[-_]?time)$/i;
const LINK_PARAMETER =
  /^(?:\w+[-_])?(?:token|ticket|code|key|otp|secret|auth|invite|invitation|magic_?\w*)$|^(?:login_?token|magic_?\w*|k|t)$/i;
/** What else a link of a letter asks for with a key. */
const LETTER =
  /unsubscri|subscri|newsletter|opt-?(?:in|out)|track|click|share|download|survey|preview|reset|password|feedback|confirm|activat|verif/i;
/** Whatever speaks of users or credentials, as a part of a word. */
const MAY_LOG_IN =
  /log-?[io]n|sign|auth|token|session|account|user|member|regist|verif|otp|passw|callback|acs|saml/i;
/** Whole paths that end a session: OpenID Connect's, revocation (RFC 7009), and lists of what was revoked. */
const ENDS_SESSION =
  /\/sessions?\/(?:end|destroy|terminate)\/?$|\/(?:auth|oauth2?|oidc|connect|token|session|jwt)\/(?:revoke|revocation|(?:black|block|deny)-?list|invalidate)\/?$/i;
/** What is deleted at a logout where the address names a thing: `DELETE /api/session`. */
const SESSION_THING =
  /\/(?:sessions?|auth|authentication|login|tokens?)(?:\/(?:current|me|self|mine|this))?\/?$/i;
/** Other words for it, which say so only together with a cleared session. */
const LEAVING =
  /\/(?:exit|leave|bye|good-?bye|farewell|quit|disconnect|end|destroy|close|lock|out|finish|terminate)\/?$/i;
/** Parameters that name what is asked for; one letter of a front controller may be such a name. */
const ASKS =
  /^_{0,2}(?:[a-z]{1,20}[-_.:[])?(?:action|act|intent|op|oper(?:ation)?|do|cmd|command|wa|mode|task|page|pg|route|module|mod|method|func(?:tion)?|fn|view|screen|show|section|controller|login_?type|[a-z]{1,20}(?:action|oper|cmd|task|op)|[acmpr])\]?$/i;
/** A value that goes with the act of logging out alone. */
const LOGOUT_KEY = /(?:^|[-_])log[-_]?(?:out|off)[-_]?(?:token|key|hash|nonce)$/i;
const NO = /^(?:0|false|no|off)$/i;
const YES = /^(?:|1|true|yes|on)$/i;
/** WS-Federation §13.2.4 */
const WS_SIGN_OUT = /^wsignout(?:cleanup)?1\.0$/i;
/** The value of a parameter, or the name of an action: `logout`, `auth.signOut`. */
const LOGOUT_WORD = wordOf(LOG_OUT);
const LOGIN_WORD = wordOf(LOG_IN);
/** A switch under the name of what asks for it: `authen_logout=1`, `mod-user-signoff`. */
const OWN_LOGOUT = new RegExp(
  `^(?!(?:show|hide|has|is|last|force|auto|after|before|post|pre|no|not|enable|allow)[-_.])(?:[a-z][a-z0-9]{0,19}[-_.]){1,3}(?:${LOG_OUT})$`,
  'i',
);

function wordOf(acts: string): RegExp {
  return new RegExp(
    `^(?:[\\w-]{0,30}[./:])*(?:(?:user|do|perform|admin|member|customer)[-_]?)?_?(?:${acts})(?:[-_]?(?:user|request|action))?$`,
    'i',
  );
}

/** True for an address that is for logging in. */
export function isLoginPath(url: string | undefined): boolean {
  return loginPath(url ?? '');
}

const loginPath = memo((url: string): boolean => {
  const parts = partsOf(url);
  if (isReading(url, parts) || parts.some((part) => REFRESH.test(part))) return false;
  if (CHANNEL_AUTH.test(pathOf(url))) return false;
  if (parts.some((part) => LOGIN_ACT.test(part)) || LOGIN_END.test(parts.at(-1) ?? '')) return true;
  if (TOKENS_END.test(pathOf(url))) return true;
  return parametersOf(url).some(([name, value]) => asks(name, value, isLoginWord));
});

/** True for an address at which it is done: neither a step before it, nor what is told of it. */
export function isLoginAct(url: string): boolean {
  return (
    (isLoginPath(url) && !ASIDE.test(partsOf(url).at(-1) ?? '')) ||
    parametersOf(url).some(([name, value]) => isLoginWord(name) && YES.test(value))
  );
}

/** True for an address that names a thing which is made by logging in: others make such things too. */
export function isLoginThing(url: string): boolean {
  return NO_PAGE.test(partsOf(url).at(-1) ?? '');
}

/** True for a page that somebody is sent to for logging in. */
export function isLoginPage(url: string | undefined): boolean {
  return loginPage(url ?? '');
}

const loginPage = memo((url: string): boolean => {
  if (LOGIN_PAGE.test(pathOf(url))) return true;
  return isLoginPath(url) && !NO_PAGE.test(partsOf(url).at(-1) ?? '');
});

/** True for an address that gives the next token for the last one. */
export function isRenewalPath(url: string): boolean {
  return partsOf(url).some((part) => REFRESH.test(part));
}

/** True for an address that is for logging out, whatever is sent to it. */
export const isLogoutPath = memo((url: string): boolean => {
  const parts = partsOf(url);
  if (isReading(url, parts)) return false;
  if (parts.some((part) => LOGOUT_ACT.test(part)) || ENDS_SESSION.test(pathOf(url))) return true;
  return parametersOf(url).some(
    ([name, value]) =>
      asks(name, value, isLogoutWord) ||
      LOGOUT_KEY.test(name) ||
      (isLogoutWord(name) && !NO.test(value)) ||
      (OWN_LOGOUT.test(name) && YES.test(value)),
  );
});

/** True for a page that asks whether to log out, and does not do it. */
export function isLogoutQuestion(url: string): boolean {
  return /(?:^|[-_.])confirm(?:ation)?(?:\.\w{1,5})?$/i.test(partsOf(url).at(-1) ?? '');
}

/** A parameter that names the act; `q` and `title` do where they hold a path, or a page of a namespace. */
function asks(name: string, value: string, isAct: (word: string) => boolean): boolean {
  return isAct(value) && (ASKS.test(name) || (/^(?:q|title)$/i.test(name) && /[/:]/.test(value)));
}

/**
 * What an address stands for, of one front controller too: there words in the query name the page,
 * elsewhere parameters that name one.
 */
export const placeOf = memo((url: string): string => {
  const address = parseUrl(url);
  if (!address) return url;
  const { origin, pathname } = address;
  const names = parametersOf(url).filter(
    ([name, value]) => WORD.test(value) && (FRONT.test(pathname) || ASKS.test(name)),
  );
  return [origin + pathname, ...names.map(([name, value]) => `${name}=${value}`)].join(' ');
});

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
  return LOGOUT_WORD.test(fold(word)) || WS_SIGN_OUT.test(word);
});

/** True for the name of an action that logs in. */
export const isLoginWord = memo((word: string): boolean => {
  return LOGIN_WORD.test(fold(word));
});

/** Where passwords are given too, but to make an account, or to change one. */
export function isAccountPath(url: string): boolean {
  return partsOf(url).some((part) => ACCOUNT.test(part));
}

/**
 * Where somebody is let in who says not who it is: `/guest/session`, `/oauth/anonymous/token`; or where a
 * page or an app on one browser gets a number: Firebase's and Parse's `/installations`.
 */
export function isGuestPath(url: string): boolean {
  return partsOf(url).some((part) => GUEST.test(part) || part === 'installations');
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

/** True where it leads to something else that a letter asks for with a key. */
export function isLetterPath(url: string): boolean {
  return LETTER.test(pathOf(url));
}

/** The name of a parameter that such a link carries its secret in. */
export function isLinkParameter(name: string): boolean {
  return LINK_PARAMETER.test(name);
}

/** True for a place whose name speaks of users or credentials: somebody may log in there. */
export function mayConcernLogin(url: string): boolean {
  return MAY_LOG_IN.test(pathOf(url));
}

/** Below such a folder an act is a title, unless it is in a namespace: `/wiki/Special:UserLogout`. */
function isReading(url: string | undefined, parts: readonly string[]): boolean {
  const last = percentDecode(pathOf(url).split('/').at(-1) ?? '');
  return parts.slice(0, -1).some((part) => READING.test(part)) && !NAMESPACE.test(last);
}

function pathOf(url: string | undefined): string {
  return parseUrl(url ?? '')?.pathname ?? '';
}

/** Segments as words: without escapes, accents, parameters (RFC 3986 §3.3) and marks around them. */
function partsOf(url: string | undefined): readonly string[] {
  return partsIn(url ?? '');
}

const partsIn = memo((url: string): readonly string[] => {
  return pathOf(url)
    .split('/', MAX_PARTS)
    .map((part) =>
      fold(percentDecode(part.slice(0, MAX_PART)).split(';', 1)[0]!)
        .replace(NAMESPACE, '')
        .replace(MARKS, ''),
    )
    .filter(Boolean);
});

/** Some servers part parameters by semicolons (HTML 4.01 §B.2.2). */
function parametersOf(url: string | undefined): [string, string][] {
  const search = (parseUrl(url ?? '')?.search ?? '').replaceAll(';', '&');
  return [...new URLSearchParams(search)].slice(0, MAX_PARTS);
}

import { memo } from '../../memo.js';
import { LOG_IN, SIGN_UP_TOO } from '../../normalize/words/acts.js';
import { pathOf } from '../../normalize/addresses/site.js';
import { act, asks, isReading, parametersOf, partsOf, wordOf, YES } from '../address-words.js';
import { regex } from '../../regex.js';
import { unaccented } from '../../normalize/words/unaccented.js';

// How addresses write the act of logging in; the words of the languages are in
// `normalize/words/acts.ts`.

const LOGIN_ACT = act(LOG_IN);
/** Last part of the path; `/api/session` is where some APIs log in. */
const LOGIN_END = regex('i')`
  ^(?:auth|authn|sso|sessions?|credentials|auth-with-password|j_(?:spring_)?security_check)
  (?:\.\w+)?$`;
/** What else is made in sessions: the part before says of what. */
const NO_USERS = regex('i')`
  ^(?:checkouts?|payments?|pay|orders?|carts?|billing|stripe|adyen|klarna|paypal|uploads?|search
  |chats?|replays?|analytics|track(?:ing)?|events?|streams?|players?|playback|videos?|games?
  |calls?|meetings?|rooms?|editor|terminal|debug|consent|surveys?|quiz|exam|kyc|booking|visits?)$`;
/** Where a token is made for who says a password: Keystone, Directus, Django REST framework. */
const TOKENS_END = /\/(?:auth|authentication|identity)\/tokens?\/?$|\/api-token-auth\/?$/i;
/** Where a page asks for leave to listen to a channel of a socket: Pusher, Laravel Echo, Ably. */
const CHANNEL_AUTH = regex('i')`
  \/(?:pusher|broadcasting|realtime|channels?|presence|ably|pubnub|sockets?|cable|ws)
  (?:\/\w{1,20})?\/(?:user-)?auth\/?$`;
/** Where a provider's answer or a password is brought to: `/auth/google`, `/auth/local`. */
const PROVIDER_END = regex('i')`
  \/(?:auth|oauth2?|social|sso|connect|log-?in|sign-?in|account)\/(?:(?:users?|customers?
  |admin)\/)?(?:local|form|emailpass|userpass|ldap|google|apple|facebook|github|gitlab|microsoft
  |azure(?:ad)?|twitter|linkedin|amazon|discord|slack|kakao|naver|line|wechat|weixin|qq|weibo
  |yandex|vk|yahoo)(?:-?one-?tap|-?signin)?(?:\/(?:callback|token|verify|native))?\/?$`;
/** The first of several steps: `startlogin`, `challenge_login`, `login-init`. */
const FIRST = 'pre|begin|start|init(?:iate)?|prepare|challenge|nonce|salt|params?|parameters';
const WHAT = 'log-?in|sign-?in|auth(?:entication)?';
/** What stands below a place for logging in, and is something else, or comes before it. */
const ASIDE = regex('i')`
  ^(?:history|attempts?|captcha|settings?|config(?:uration)?|options|providers?|methods?|status
  |lookup|identif\w*|logs?|stats|audit|begin|start|init(?:iate)?|prepare|(?:[a-z]+-){1,3}options
  |nonce|salt|pre-?check|css|js|img|images|assets|fonts?
  |(?:${FIRST})[-_]?(?:${WHAT})|(?:${WHAT})[-_]?(?:${FIRST}))(?:\.\w+)?$`;
/** What logs in, but is no page that somebody is sent to. */
const NO_PAGE = /^(?:sessions?|credentials|auth-with-password)(?:\.\w+)?$/i;
/** Whole paths of login pages without a word for it: Rails' resources, AD FS. */
const LOGIN_PAGE = /\/(?:sessions?\/new|adfs\/ls)\/?$/i;
const REFRESH = /refresh|renew|keep-?alive|introspect/i;
/** Whatever speaks of users or credentials, as a part of a word. */
const MAY_LOG_IN = regex('i')`
  log-?[io]n|sign|auth|token|session|account|user|member|regist|verif|otp|passw|callback|acs|saml`;
const LOGIN_WORD = wordOf(LOG_IN);
/** What a code does that was sent to log in with: `verifyLoginCode`. */
const CODE_WORD = regex('i')`
  ^(?:verify|confirm|submit|check|validate|redeem|complete)[-_]?
  (?:log[-_]?in|sign[-_]?in|auth(?:entication)?)[-_]?(?:with[-_]?)?(?:code|otp|pin|token|link)$`;
const SIGN_UP = act(SIGN_UP_TOO);

/** True for an address that is for logging in. */
export function isLoginPath(url: string | undefined): boolean {
  return loginPath(url ?? '');
}

const loginPath = memo((url: string): boolean => {
  const parts = partsOf(url);
  if (isReading(url, parts) || parts.some((part) => REFRESH.test(part))) return false;
  if (CHANNEL_AUTH.test(pathOf(url))) return false;
  if (parts.some((part) => LOGIN_ACT.test(part)) || endsInLogin(parts)) return true;
  if ([TOKENS_END, PROVIDER_END].some((end) => end.test(pathOf(url)))) return true;
  return parametersOf(url).some(([name, value]) => asks(name, value, isLoginWord));
});

function endsInLogin(parts: readonly string[]): boolean {
  const [before = '', last = ''] = parts.slice(-2);
  if (parts.length < 2) return LOGIN_END.test(parts[0] ?? '');
  return LOGIN_END.test(last) && !(NO_PAGE.test(last) && NO_USERS.test(before));
}

/** True for an address at which it is done: neither a step before it, nor what is told of it. */
export function isLoginAct(url: string): boolean {
  return (
    (isLoginPath(url) && !isBesideLogin(url)) ||
    parametersOf(url).some(([name, value]) => isLoginWord(name) && YES.test(value))
  );
}

/** True for an address at which a step before a login is done, or something is told of it. */
export function isBesideLogin(url: string): boolean {
  return ASIDE.test(partsOf(url).at(-1) ?? '');
}

/**
 * True for an address that names a thing which is made by logging in: others make such things too.
 */
export function isLoginThing(url: string): boolean {
  return NO_PAGE.test(partsOf(url).at(-1) ?? '');
}

/** True where the word for it means as well that somebody puts a name on a list. */
export function isSignUpWord(url: string): boolean {
  return partsOf(url).some((part) => SIGN_UP.test(part));
}

/** True for a page that somebody is sent to for logging in. */
export function isLoginPage(url: string | undefined): boolean {
  return loginPage(url ?? '');
}

const loginPage = memo((url: string): boolean => {
  if (LOGIN_PAGE.test(pathOf(url))) return true;
  return isLoginPath(url) && !NO_PAGE.test(partsOf(url).at(-1) ?? '');
});

/** Firebase's, which gives tokens for the last ones alone, under a path that says `token`. */
const RENEWS = 'https://securetoken.googleapis.com/';

/** True for an address that gives the next token for the last one. */
export function isRenewalPath(url: string): boolean {
  return url.startsWith(RENEWS) || partsOf(url).some((part) => REFRESH.test(part));
}

/** True for the name of an action that logs in. */
export const isLoginWord = memo((word: string): boolean => {
  return LOGIN_WORD.test(unaccented(word)) || CODE_WORD.test(word);
});

/** True for a place whose name speaks of users or credentials: somebody may log in there. */
export function mayConcernLogin(url: string): boolean {
  return MAY_LOG_IN.test(pathOf(url));
}

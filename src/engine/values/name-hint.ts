import { memo } from '../memo.js';
import type { Role } from '../model.js';
import { PRODUCTS } from './product-names.js';

/** What a name alone suggests: the weakest evidence there is (design: "names, last"). */
export interface NameHint {
  role: Role;
  /** Framework or product the name is documented for. */
  from?: string;
}

// Words as whole parts of a name: `user_lang` has one, `slang` has none.
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [
    /^(antiforgery|authenticity|requestverificationtoken|requesttoken|securitytoken|formtoken|formkey|posttoken|postkey|requestproof|requestdigest|((wp|ajax|page|form|rest|admin|action|edit|post|save|update|delete|comment|security)nonce))$|[cx]su?rf(token|key|id)?$/,
    'csrf',
  ],
  [
    /^(consent|cookieconsent|cookiesconsent|gdpr|ccpa|tcf|optin|optout|optinout|dnt|privacy|euconsent|cookieaccept(ed)?|cookiesaccepted|(eu|accept(ed)?|allow(ed)?|agreed?|hide|show|dismiss|close|view(ed)?)cookies?|cookienotice|cookielaw|cookiepolicy|cookieagreed|cookiebar|cookiebanner|cookiecontrol|cookiesettings|cookiepreferences)$/,
    'consent',
  ],
  // Before `session`, which often stands beside them.
  [/^(waitingroom|waitroom|waitinglist|virtualqueue|queueid|queuetoken|queueticket)$/, 'other'],
  [
    /^(affinity|sticky|stickiness|stickysession|sessionaffinity|loadbalancer|lbcookie|lbsession|balancer|balanceid|webserverid|dynsrv|haproxy|jroute)$/,
    'load-balancer',
  ],
  [
    /^(remember|rememberme|persistent|permanent|keepalive|autologin|stayloggedin|keeploggedin)$/,
    'remember-me',
  ],
  // Of a browser that gets messages (Push API), or that is told apart by how it looks.
  [
    /^(fcm|fcmtoken|apns|pushtoken|pushsubscription|p256dh|browserfingerprint|sessionfingerprint|installations?|installid)$/,
    'device',
  ],
  [/^(refresh|refreshtoken)$/, 'refresh-token'],
  [/^(idtoken)$/, 'id-token'],
  [/^(accesstoken|bearer|jwt)$/, 'access-token'],
  [
    /^(state|nonce|pkce|verifier|codeverifier|interaction|correlation|oauthstate|transaction)$/,
    'oauth-state',
  ],
  // What stands for half a login until a code has come.
  [
    /^((mfa|otp|totp|(two)?factor|2fa|tfa|preauth|interim|partial|challenge|flow)token|mfasession|(login|auth)challenge)$/,
    'oauth-state',
  ],
  [
    /^(apikey|appkey|appid|accesskey|subscriptionkey|publishablekey|clientkey|sdkkey|licensekey|masterkey|adminkey|servicekey|rolekey|secretkey|(admin|api|app)secret)$/,
    'api-key',
  ],
  [
    /^(sess|session|sessionid|sid|sessid|sessiontoken|phpsessid|jsessionid|auth|login|authtoken)$/,
    'session',
  ],
  // What one page tells the next.
  [/^(flash(es|data|bag|notice)?|(flash)?messages?|toasts?|notices?|tempdata)$/, 'other'],
  // The same words in the languages of those who write software.
  [
    /^(merken|angemeldetbleiben|eingeloggtbleiben|recordar(me)?|recuerdame|mantenersesion|lembrar(me)?|manterconectado|ricorda(mi)?|restaconnesso|sesouvenir|souvenirdemoi|resterconnecte|onthouden|zapamietaj(mnie)?)$/,
    'remember-me',
  ],
  [
    /^(sessione|sesion|sessao|sesja|sesji|sessie|sesiune|oturum|munkamenet|istunto|relace)(id)?$|^sitzungs?(id|key|kennung|schluessel)$/,
    'session',
  ],
  [/^(device|deviceid|did|fingerprint)$/, 'device'],
  [/^(lb|backend|upstream|serverid|route|routeid|srv|node|pod|worker|instance)$/, 'load-balancer'],
  [
    /^(theme|skin|css|styles?|stylesheet|appearance|palette|wallpaper|contrast|density|(font|text)(size|scale|family)|(colou?r|dark|night|light)(mode|theme|scheme)|colou?rs?|lang|language|sprache|idioma|lingua|langue|taal|jezyk|locale|currency|timezone|tz|country|region|edition|market|i18n|view|layout|sidebar|prefs?|preferences?|settings|units|seen|dismissed|banner)$/,
    'preference',
  ],
  [
    /^(ga|gid|utm|analytics|visitor|visitorid|track|tracking|uid|campaign|ab|bucket|experiment|variant|promo|ref|referrer|affiliate)$/,
    'tracking',
  ],
];

/** Sites set one to see whether the browser takes cookies at all. */
const PROBE =
  /^(?:cookies?)?(?:test|tests|testing|check|checks|checker|probe|support|supported|supports|enabled|works|detect|detection)(?:cookies?)?$/;

/** True for a parameter with which a site looks whether the cookie came back: `?_checkCookie=1`. */
export function isCookieProbe(name: string): boolean {
  return wordsOf(name).some((word) => word.includes('cookie') && PROBE.test(word));
}

/** Role that a cookie's, header's, key's or parameter's name suggests. */
export const hintOf = memo(readHint);

/**
 * What servers sign and hide as they do a session: by its look it is none of them more than
 * another.
 */
const LOOKS_LIKE_SESSION: ReadonlySet<Role> = new Set<Role>([
  'csrf',
  'remember-me',
  'refresh-token',
  'id-token',
  'access-token',
  'oauth-state',
  'load-balancer',
  'device',
  'consent',
  'other',
]);

/** Of what may look like a session, the one that the name suggests in its place. */
export function lookalikeOf(name: string): Role | undefined {
  const role = hintOf(name)?.role;
  return role !== undefined && LOOKS_LIKE_SESSION.has(role) ? role : undefined;
}

/** The number of a token, which is another thing than the token; a session is called by its own. */
const OF_TOKEN = /(?:refresh|access|auth|id)[-_]?token[-_]?(?:id|uuid)s?$/i;

function readHint(name: string): NameHint | undefined {
  for (const [pattern, role, from] of PRODUCTS) if (pattern.test(name)) return { role, from };
  if (OF_TOKEN.test(name)) return undefined;
  const words = wordsOf(name);
  // As the whole name a token's (Django's simplejwt); beside others mostly `last access`.
  if (words.length === 1 && words[0] === 'access') return { role: 'access-token' };
  for (const [pattern, role] of WORDS) {
    if (words.some((word) => pattern.test(word))) return { role };
  }
  // A cookie that speaks of cookies is about being allowed to set them, or about being able to.
  if (words.some((word) => PROBE.test(word))) return undefined;
  if (words.some((word) => OF_COOKIES.test(word)) || /^cookie$/i.test(name))
    return { role: 'consent' };
  return OF_SESSION.test(name) ? { role: 'session' } : undefined;
}

/** True for the name of a cookie that only shows whether the browser keeps cookies. */
export const isProbeName = memo((name): boolean => {
  const words = wordsOf(name);
  const ofCookies = words.some((word) => /^cookies?(?:$|[a-z])|[a-z]cookies?$/.test(word));
  return words.includes('probe') || (ofCookies && words.some((word) => PROBE.test(word)));
});

const OF_COOKIES =
  /^cookies$|^cookies?(?:polic\w*|notic\w*|accept\w*|consent\w*|law|bars?|banner|pref\w*|setting\w*|agree\w*|allow\w*|control|info|messages?|hint|warn\w*|disclaimer|dismiss\w*|status|level|oks?|seen|closed|hidden|usage|popups?|alerts?|modals?|dialogs?|choice|opt\w*)$/;
/** Written as one word: `OCSESSID`, `FOOSESSION`. */
const OF_SESSION = /sess(?:ion)?[-_]?id$|session$/i;

/** What forms call the values that they send back: of a login form, an edit, a session. */
const SENT_BACK = /(?:token|nonce)$/i;
const SENT_BACK_OF_SESSION = /(?:key|hash|check|ticket)$/i;

/**
 * Role that the name of a hidden input or a meta tag suggests: a page's own token stands against
 * forgery (login_token, session_token), unless it is called one of OAuth's.
 */
export function hintInForm(name: string): NameHint | undefined {
  const hint = hintOf(name);
  if (hint?.from !== undefined) return hint;
  const ofSession = hint?.role === 'session';
  const isOpen = hint === undefined || ofSession || hint.role === 'oauth-state';
  if (isOpen && SENT_BACK.test(name)) return { role: 'csrf' };
  return ofSession && SENT_BACK_OF_SESSION.test(name) ? { role: 'csrf' } : hint;
}

/** `__Host-userAccess_token-2` → user, access, token, 2. */
export function nameWords(name: string): string[] {
  return name
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'host' && word !== 'secure');
}

/** The same, and neighbours joined (`accesstoken`). */
function wordsOf(name: string): string[] {
  const words = nameWords(name);
  return [...words, ...words.slice(1).map((word, i) => words[i]! + word)];
}

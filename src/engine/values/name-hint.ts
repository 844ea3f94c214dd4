import { memo } from '../memo.js';
import type { Role } from '../model.js';
import { TRACKING_NAMES } from './tracking-names.js';

/** What a name alone suggests: the weakest evidence there is (design: "names, last"). */
export interface NameHint {
  role: Role;
  /** Framework or product the name is documented for. */
  from?: string;
}

// Exact names and prefixes that a product documents as its own.
const PRODUCTS: readonly (readonly [RegExp, Role, string])[] = [
  [/^connect\.sid$/, 'session', 'express-session'],
  [/^PHPSESSID$/, 'session', 'PHP'],
  [/^JSESSIONID(SSO)?$/i, 'session', 'Java Servlet'],
  [/^ASP\.NET_SessionId$/i, 'session', 'ASP.NET'],
  [/^\.AspNetCore\.(Cookies|Identity\.Application|Session)/i, 'session', 'ASP.NET Core'],
  [/^ASPSESSIONID/, 'session', 'ASP'],
  [/^laravel_session$/, 'session', 'Laravel'],
  [/^(__Secure-)?(next-auth|authjs)\.session-token(\.\d)?$/, 'session', 'Auth.js'],
  [/^(__Host-)?(next-auth|authjs)\.csrf-token$/, 'csrf', 'Auth.js'],
  [/^wordpress_(logged_in|sec)_/, 'session', 'WordPress'],
  [/^rack\.session$/, 'session', 'Rack'],
  [/^CFTOKEN$/i, 'session', 'ColdFusion'],
  [/^XSRF-TOKEN$/, 'csrf', 'Angular convention'],
  [/^csrftoken$/, 'csrf', 'Django'],
  [/^\.AspNetCore\.Antiforgery/i, 'csrf', 'ASP.NET Core'],
  [/^_ga(_|$)|^_gid$|^_gat|^__utm[a-z]$|^_gcl_/, 'tracking', 'Google Analytics'],
  [/^_fb[pc]$/, 'tracking', 'Meta'],
  [/^_(clck|clsk)$|^MUID$/, 'tracking', 'Microsoft'],
  [/^_hj/, 'tracking', 'Hotjar'],
  [
    /^(ajs_anonymous_id|ajs_user_id|mp_[0-9a-f]+_mixpanel|amplitude_id|_pk_id|_pk_ses)/,
    'tracking',
    'analytics',
  ],
  [/^ph_|^__mpq?_|^amp_[0-9a-f]{6}/, 'tracking', 'analytics'],
  [/^crumb$|^Jenkins-Crumb$/i, 'csrf', 'crumb convention'],
  [/^csrfmiddlewaretoken$/, 'csrf', 'Django'],
  [/^__RequestVerificationToken/i, 'csrf', 'ASP.NET'],
  [/^_wpnonce|^_ajax_nonce$|^X-WP-Nonce$/i, 'csrf', 'WordPress'],
  [/^sesskey$/, 'csrf', 'Moodle'],
  [/^sectok$/, 'csrf', 'DokuWiki'],
  [/^my_post_key$/, 'csrf', 'MyBB'],
  [/^_xfToken$/, 'csrf', 'XenForo'],
  [/^atl_token$/, 'csrf', 'Atlassian'],
  [/^ccm_token$/, 'csrf', 'Concrete CMS'],
  [/^p_auth$/, 'csrf', 'Liferay'],
  [/^CSRFPreventionToken$/, 'csrf', 'Proxmox'],
  [/^(?:X-SYNO-TOKEN|SynoToken)$/i, 'csrf', 'Synology DSM'],
  [/^(?:X-RequestDigest|__REQUESTDIGEST)$/i, 'csrf', 'SharePoint'],
  [/^X-UserToken$|^sysparm_ck$/i, 'csrf', 'ServiceNow'],
  [/^wpEditToken$/, 'csrf', 'MediaWiki'],
  [/^X-Transmission-Session-Id$/i, 'csrf', 'Transmission'],
  [/^_CONFIRMATIONTOKEN$/, 'csrf', 'Salesforce'],
  [/^OWASP[-_]CSRFTOKEN$/i, 'csrf', 'OWASP CSRFGuard'],
  [
    /^_sp_(id|ses)|^_(uet|ym_|rdt_|scid|ttp|pin_unauth|mkto_trk|vwo|vis_opt|dc_gtm|ce\.|lfa|gcl)|^__(hstc|hssc|qca)$|^hubspotutk$|^intercom-(id|session|device-id)-|^optimizelyEndUserId$|^(AMCV|AMCVS|AMP|AMP_MKTG)_|^s_(cc|sq|vi|fid|nr)$|^utag_main|^rl_(anonymous|user|session|page)|^cly_|^(bcookie|li_sugr|personalization_id|guest_id)/,
    'tracking',
    'analytics',
  ],
  [/^cc_cookie$|^cookieconsent_status$/, 'consent', 'CookieConsent'],
  [
    /^(klaro|tarteaucitron|axeptio|didomi|cmplz|borlabs|uc_settings|truste(?![a-z])|hu-consent|moove_gdpr|notice_gdpr|viewed_cookie_policy|cookielawinfo|__hs_opt_out|osano)/i,
    'consent',
    'consent manager',
  ],
  [/^(OptanonConsent|OptanonAlertBoxClosed)$/, 'consent', 'OneTrust'],
  [/^(CookieConsent|cookieyes-consent|euconsent(-v2)?|usprivacy)$/i, 'consent', 'consent manager'],
  [/^AWSALB(APP-\d|TG)?(CORS)?$|^AWSELB(CORS)?$/, 'load-balancer', 'AWS'],
  [/^BIGipServer|^f5_cspm$/, 'load-balancer', 'F5 BIG-IP'],
  // Application Security Manager and Bot Defense: “TS cookie”, `TSPD_101`.
  [/^TS[0-9a-f]{6,8}(?:0\d{2})?$|^TSPD_\d+/, 'device', 'F5 BIG-IP'],
  [/^NSC_/, 'load-balancer', 'NetScaler'],
  [/^citrix_ns_id/, 'device', 'NetScaler'],
  [
    /^ApplicationGatewayAffinity|^ARRAffinity|^ASLBSA(CORS)?$|^TiPMix$|^x-ms-routing-name$/,
    'load-balancer',
    'Azure',
  ],
  [/^(nlbi|incap_ses)_/, 'load-balancer', 'Imperva'],
  [/^akaalb_/, 'load-balancer', 'Akamai'],
  [/^acw_tc$/, 'load-balancer', 'Alibaba Cloud'],
  [/^DO-LB$/, 'load-balancer', 'DigitalOcean'],
  [/^heroku-session-affinity$/, 'load-balancer', 'Heroku'],
  [/^(__cflb|__cfruid)$/, 'load-balancer', 'Cloudflare'],
  [
    /^(SERVERID|ROUTEID|GCLB|GCILB|INGRESSCOOKIE|SRVNAME|SERVERNAME|stickounet)$/,
    'load-balancer',
    'load balancer',
  ],
  [/^__cf_bm$|^cf_(clearance|chl_\w+|use_ob|ob_info)$|^_cfuvid$/, 'device', 'Cloudflare'],
  [/^(_abck|ak_bmsc|bm_(sz|sv|mi|so|s|ss|lso))$/, 'device', 'Akamai'],
  [/^visid_incap_|^reese84$|^___utmv(m|a|b)/, 'device', 'Imperva'],
  [/^datadome$/, 'device', 'DataDome'],
  [/^_px(\d|m?vid|hd|de|hde|ff_\w+)?$|^pxcts$/, 'device', 'HUMAN'],
  [/^aws-waf-token$/, 'device', 'AWS WAF'],
  [/^afd_azwaf_/, 'device', 'Azure WAF'],
  [/^acw_sc__v\d$|^ssxmod_itna/, 'device', 'Alibaba Cloud'],
  [/^rbz(id|sessionid)$/, 'device', 'Reblaze'],
  [/^__uzm[a-z]{1,2}$|^__ss(ds|uzjsr\d*)$/, 'device', 'Radware'],
  [/^sucuri_cloudproxy_uuid_/, 'device', 'Sucuri'],
  [/^cookiesession1$/, 'device', 'FortiWeb'],
  [/^(KP_UIDz|x-kpsdk-|kpsdk)/, 'device', 'Kasada'],
  [/^__ddg\d/, 'device', 'DDoS-Guard'],
  // Who has waited for a turn, or waits for it: docs of Queue-it, Cloudflare, Akamai, CrowdHandler.
  [
    /^(QueueITAccepted|QueueFair|Queue-it)|^__cfwaitingroom$|^akavp(wr|au)_|^ch-id(-signature)?$/i,
    'other',
    'waiting room',
  ],
  [/^(SOCS|li_gc|CONSENT|FCCDCF)$/, 'consent', 'consent manager'],
  [/^lidc$/, 'load-balancer', 'LinkedIn'],
  [TRACKING_NAMES, 'tracking', 'advertising or analytics'],
  // Who pays may be no robot and no thief: docs of Stripe, Sift, ThreatMetrix, Forter, Riskified, Ravelin.
  [
    /^__stripe_[ms]id$|^__ssid$|^thx_guid$|^tmx_|^forterToken$|^ftr_\w+$|^(?:rskxRunCookie|rCookie|lastRskxRun)$|^ravelin(?:Device|Session)Id$/,
    'device',
    'fraud prevention',
  ],
  // Shown or filled in once more after a redirect.
  [/^\.AspNetCore\.Mvc\.CookieTempDataProvider/, 'other', 'ASP.NET Core'],
  [/^PLAY_FLASH$/, 'other', 'Play'],
  [/^__(?:prerender_bypass|next_preview_data)$/, 'other', 'Next.js'],
  [/^cart_(?:sig|ts|ver)$|^keep_alive$/, 'other', 'Shopify'],
  [/^x-shopify-storefront-access-token$/i, 'api-key', 'Shopify'],
  // policies.google.com/technologies/cookies, and the players that others embed.
  [
    /^(VISITOR_INFO1_LIVE|VISITOR_PRIVACY_METADATA|YSC)$|^__Secure-(YEC|YNID|ROLLOUT_TOKEN)$/,
    'tracking',
    'YouTube',
  ],
  [/^vuid$/, 'tracking', 'Vimeo'],
  [/^(rxVisitor|rxvt|dtCookie\w*|dtPC|dtSa|dtLatC)$/, 'tracking', 'Dynatrace'],
];

// Words as whole parts of a name: `user_lang` has one, `slang` has none.
const WORDS: readonly (readonly [RegExp, Role])[] = [
  [
    /^(csrf|xsrf|csurf|antiforgery|anticsrf|authenticity|verificationtoken|requestverificationtoken|csrftoken|xsrftoken|requesttoken|securitytoken|formtoken|formkey|posttoken|postkey|requestproof|requestdigest|((wp|ajax|page|form|rest|admin|action|edit|post|save|update|delete|comment|security)nonce))$/,
    'csrf',
  ],
  [
    /^(consent|cookieconsent|cookiesconsent|gdpr|ccpa|tcf|optin|optout|optinout|dnt|privacy|euconsent|cookieaccept(ed)?|cookiesaccepted|acceptcookies|cookienotice|cookielaw|cookiepolicy|cookieagreed|cookiebar|cookiebanner|cookiecontrol|cookiesettings|cookiepreferences)$/,
    'consent',
  ],
  // Before `session`, which often stands beside them.
  [/^(waitingroom|waitroom|waitinglist|virtualqueue|queueid|queuetoken|queueticket)$/, 'other'],
  [/^(affinity|sticky|stickiness|loadbalancer|balancer|balanceid)$/, 'load-balancer'],
  [
    /^(remember|rememberme|persistent|permanent|keepalive|autologin|stayloggedin|keeploggedin)$/,
    'remember-me',
  ],
  // Of a browser that gets messages (Push API), or that is told apart by how it looks.
  [
    /^(fcm|fcmtoken|apns|pushtoken|pushsubscription|p256dh|browserfingerprint|sessionfingerprint)$/,
    'device',
  ],
  [/^(refresh|refreshtoken)$/, 'refresh-token'],
  [/^(idtoken)$/, 'id-token'],
  [/^(accesstoken|bearer|jwt)$/, 'access-token'],
  [
    /^(state|nonce|pkce|verifier|codeverifier|interaction|correlation|oauthstate|transaction)$/,
    'oauth-state',
  ],
  [
    /^(apikey|appkey|appid|accesskey|subscriptionkey|publishablekey|clientkey|sdkkey|licensekey|masterkey|adminkey|servicekey|rolekey|secretkey)$/,
    'api-key',
  ],
  [
    /^(sess|session|sessionid|sid|sessid|sessiontoken|phpsessid|jsessionid|auth|login|authtoken)$/,
    'session',
  ],
  [/^(device|deviceid|did|fingerprint)$/, 'device'],
  [/^(lb|backend|upstream|serverid|route|routeid|srv|node|pod|worker|instance)$/, 'load-balancer'],
  [
    /^(theme|skin|css|styles?|stylesheet|appearance|palette|wallpaper|contrast|density|(font|text)(size|scale|family)|(colou?r|dark|night|light)(mode|theme|scheme)|colou?rs?|lang|language|locale|currency|timezone|tz|country|region|edition|market|i18n|view|layout|sidebar|prefs?|preferences?|settings|units|seen|dismissed|banner)$/,
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

/** True for the name of a value against forgery, which may be signed and hidden like a session. */
export function isGuardName(name: string): boolean {
  return hintOf(name)?.role === 'csrf';
}

function readHint(name: string): NameHint | undefined {
  for (const [pattern, role, from] of PRODUCTS) if (pattern.test(name)) return { role, from };
  const words = wordsOf(name);
  // As the whole name a token's (Django's simplejwt); beside others mostly `last access`.
  if (words.length === 1 && words[0] === 'access') return { role: 'access-token' };
  for (const [pattern, role] of WORDS) {
    if (words.some((word) => pattern.test(word))) return { role };
  }
  // A cookie that speaks of cookies is about being allowed to set them, or about being able to.
  if (words.some((word) => PROBE.test(word))) return undefined;
  if (words.some((word) => OF_COOKIES.test(word))) return { role: 'consent' };
  return OF_SESSION.test(name) ? { role: 'session' } : undefined;
}

/** True for the name of a cookie that only shows whether the browser keeps cookies. */
export const isProbeName = memo((name): boolean => {
  const words = wordsOf(name);
  const ofCookies = words.some((word) => /^cookies?(?:$|[a-z])|[a-z]cookies?$/.test(word));
  return words.includes('probe') || (ofCookies && words.some((word) => PROBE.test(word)));
});

const OF_COOKIES =
  /^cookies?(?:polic\w*|notic\w*|accept\w*|consent\w*|law|bars?|banner|pref\w*|setting\w*|agree\w*|allow\w*|control|info|messages?|hint|warn\w*|disclaimer|dismiss\w*|status|level|oks?|seen|closed|hidden|choice|opt\w*)?$/;
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

/** `userAccess_token-2` → user, access, token, 2, and neighbours joined (`accesstoken`). */
function wordsOf(name: string): string[] {
  const words = name
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'host' && word !== 'secure');
  return [...words, ...words.slice(1).map((word, i) => words[i]! + word)];
}

import type { Role } from '../../model.js';
import { CONSENT_NAMES } from './consent-names.js';
import { EDGE_NAMES } from './edge-names.js';
import { IDENTITY_NAMES } from './identity-names.js';
import { SERVICE_HEADERS } from './service-headers.js';
import { SITE_NAMES } from './site-names.js';
import { SOFTWARE_NAMES } from './software-names.js';
import { TRACKING_NAMES } from './tracking-names.js';
import { regex } from '../../regex.js';

/** Exact names and prefixes that a product documents as its own: name, role, product. */
export const PRODUCTS: readonly (readonly [RegExp, Role, string])[] = [
  ...IDENTITY_NAMES,
  ...SOFTWARE_NAMES,
  ...SITE_NAMES,
  [/^connect\.sid$/, 'session', 'express-session'],
  [/^PHPSESSID$/, 'session', 'PHP'],
  [/^JSESSIONID(SSO)?$/i, 'session', 'Java Servlet'],
  [/^ASP\.NET_SessionId$/i, 'session', 'ASP.NET'],
  [/^\.AspNetCore\.(Cookies|Identity\.Application|Session)/i, 'session', 'ASP.NET Core'],
  [/^\.AspNet\.(ApplicationCookie|Cookies)/i, 'session', 'ASP.NET Identity'],
  [
    /^\.?(AspNet(Core)?|Identity)\.(Identity\.)?(External|TwoFactor(UserId)?)(Cookie)?(C\d)?$/i,
    'oauth-state',
    'ASP.NET Identity',
  ],
  [/\bTwoFactorRemember/i, 'device', 'ASP.NET Identity'],
  [/^CookieAuth$/, 'remember-me', 'CakePHP'],
  [/^ASPSESSIONID/, 'session', 'ASP'],
  [/^laravel[_-]session$/, 'session', 'Laravel'],
  [/^(__(Secure|Host)-)?(next-auth|authjs)\.session-token(\.\d+)?$/, 'session', 'Auth.js'],
  [/^(__Host-)?(next-auth|authjs)\.csrf-token$/, 'csrf', 'Auth.js'],
  [/^wordpress_(logged_in|sec)_/, 'session', 'WordPress'],
  [/^rack\.session$/, 'session', 'Rack'],
  [/^advanced-(front|back)end$/, 'session', 'Yii'],
  [/^CFTOKEN$/i, 'session', 'ColdFusion'],
  [/^mercureAuthorization$/, 'access-token', 'Mercure'],
  [/^XSRF-TOKEN$/, 'csrf', 'Angular convention'],
  [/^_ga(_|$)|^_gid$|^_gat|^__utm[a-z]$|^_gcl_/, 'tracking', 'Google Analytics'],
  [/^_fb[pc]$/, 'tracking', 'Meta'],
  [/^_(clck|clsk)$|^MUID$/, 'tracking', 'Microsoft'],
  [/^_hj/, 'tracking', 'Hotjar'],
  [
    regex()`
      ^(ajs_(anonymous|user)_id|mp_[0-9a-f]+_mixpanel|amplitude_id|_pk_id|_pk_ses|ph_|__mpq?_
      |amp_[0-9a-f]{6})`,
    'tracking',
    'analytics',
  ],
  [/^crumb$|^Jenkins-Crumb$/i, 'csrf', 'crumb convention'],
  [/^csrf(?:middleware)?token$/, 'csrf', 'Django'],
  [/^(?:\.AspNetCore\.Antiforgery|__RequestVerificationToken)/i, 'csrf', 'ASP.NET'],
  [/^_wpnonce|^_ajax_nonce$|^X-WP-Nonce$|^woocommerce-[a-z-]+-nonce$/i, 'csrf', 'WordPress'],
  [/^sesskey$/, 'csrf', 'Moodle'],
  [/^sectok$/, 'csrf', 'DokuWiki'],
  [/^my_post_key$/, 'csrf', 'MyBB'],
  [/^fkey$/, 'csrf', 'Stack Exchange'],
  [/^formhash$/, 'csrf', 'Discuz!'],
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
  [/^ct0$/, 'csrf', 'X'],
  [/^_CONFIRMATIONTOKEN$|^aura\.token$/, 'csrf', 'Salesforce'],
  [/^OWASP[-_]CSRFTOKEN$/i, 'csrf', 'OWASP CSRFGuard'],
  [
    regex()`
      ^_sp_(id|ses)|^_(uet|ym_|rdt_|scid|ttp|pin_unauth|mkto_trk|vwo|vis_opt|dc_gtm|ce\.|lfa|gcl)
      |^__(hstc|hssc|qca)$|^hubspotutk$|^intercom-(id|session|device-id)-
      |^optimizelyEndUserId$|^(AMCV|AMCVS|AMP|AMP_MKTG)_|^s_(cc|sq|vi|fid|nr)$|^utag_main
      |^rl_(anonymous|user|session|page)|^cly_|^(bcookie|li_sugr|personalization_id|guest_id)`,
    'tracking',
    'analytics',
  ],
  ...CONSENT_NAMES,
  ...EDGE_NAMES,
  // That it is the app itself which asks, whoever uses it.
  [/^x-firebase-appcheck$/i, 'device', 'Firebase App Check'],
  [/^x-amz-security-token$/i, 'access-token', 'AWS'],
  [/^KC_RESTART$|^KC_AUTH_SESSION_HASH$/, 'oauth-state', 'Keycloak'],
  [/^app\.idt$/, 'id-token', 'FusionAuth'],
  [/^KC_STATE_CHECKER$/, 'csrf', 'Keycloak'],
  // For its pages to see whether somebody is logged in (OpenID Connect Session Management §3.2).
  [/^KEYCLOAK_SESSION(_LEGACY)?$/, 'other', 'Keycloak'],
  [/^OAMAuthnCookie|^ObSSOCookie$/, 'session', 'Oracle Access Manager'],
  [/^OAMRequestContext|^OAMReqC/, 'oauth-state', 'Oracle Access Manager'],
  [/^X-OWA-CANARY$/i, 'csrf', 'Exchange'],
  [/^rur$/, 'load-balancer', 'Meta'],
  // Who has waited for a turn, or waits for it: docs of Queue-it, Cloudflare, Akamai, CrowdHandler.
  [
    /^(QueueITAccepted|QueueFair|Queue-it)|^__cfwaitingroom$|^akavp(wr|au)_|^ch-id(-signature)?$/i,
    'other',
    'waiting room',
  ],
  [/^lidc$/, 'load-balancer', 'LinkedIn'],
  // Whoever writes to the shop is known again by these: tawk.to, Crisp, Olark, LiveChat, Zendesk
  // and others.
  [
    regex('i')`
      ^__tawkuuid$|^TawkConnectionTime$|^twk_|^crisp-client\/
      |^(?:hblid|wcsid|olfsk|_ok(?:lv|bk|ac|dbk|gid))$|^__lc_c(?:id|st)$|^__?zlcmid$|^zlcmid$
      |^ssupp\.|^jv_\w+_|^uslk_|^_fw_crm_v$|^messagesUtk$`,
    'tracking',
    'chat widget',
  ],
  [TRACKING_NAMES, 'tracking', 'advertising or analytics'],
  // Who pays may be no robot and no thief: docs of Stripe, Sift, ThreatMetrix, Forter, Riskified,
  // Ravelin.
  [
    regex()`
      ^__stripe_[ms]id$|^__ssid$|^thx_guid$|^tmx_|^forterToken$|^ftr_\w+$
      |^(?:rskxRunCookie|rCookie|lastRskxRun)$|^ravelin(?:Device|Session)Id$`,
    'device',
    'fraud prevention',
  ],
  // Shown or filled in once more after a redirect.
  [/^\.AspNetCore\.Mvc\.CookieTempDataProvider/, 'other', 'ASP.NET Core'],
  [/^PLAY_FLASH$/, 'other', 'Play'],
  // Signed cookies, which open files of a network for whoever has them.
  [/^CloudFront-(?:Policy|Signature|Key-Pair-Id|Expires|Hash-Algorithm)$/, 'other', 'CloudFront'],
  [/^Cloud-CDN-Cookie$|^Edge-Cache-Cookie$/, 'other', 'Google Cloud CDN'],
  [/^(?:hdntl|hdnea|hdnts)$/, 'other', 'Akamai'],
  [/^io$/, 'other', 'Engine.IO'],
  // support.wix.com, “Cookies and your Wix site”: API protection, and how well pages are served.
  [/^(?:server|client)-session-bind$|^bSession$|^ssr-caching$/, 'other', 'Wix'],
  [/^_dy(?:[jc]session|id(?:_server)?)$/, 'tracking', 'Dynamic Yield'],
  // Which copy of a page a cache gives, and that a copy is out of date.
  [/^X-Magento-Vary$|^private_content_version$|^section_data_ids$/, 'other', 'Magento'],
  // The name, to be filled in at the next login; that a browser logged in before.
  [/^MOODLEID\d?_/, 'preference', 'Moodle'],
  // help.salesforce.com, “Salesforce Cookies”: against tampering.
  [/^sid_Client$/, 'other', 'Salesforce'],
  [/^known_sign_in$/, 'device', 'GitLab'],
  [/^__(?:prerender_bypass|next_preview_data)$/, 'other', 'Next.js'],
  [/^cart_(?:sig|ts|ver)$|^keep_alive$/, 'other', 'Shopify'],
  ...SERVICE_HEADERS,
  // policies.google.com/technologies/cookies, and the players that others embed.
  [
    /^(VISITOR_INFO1_LIVE|VISITOR_PRIVACY_METADATA|YSC)$|^__Secure-(YEC|YNID|ROLLOUT_TOKEN)$/,
    'tracking',
    'YouTube',
  ],
  [/^(rxVisitor|rxvt|dtCookie\w*|dtPC|dtSa|dtLatC)$/, 'tracking', 'Dynatrace'],
];

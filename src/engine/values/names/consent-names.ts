import type { Role } from '../../model.js';
import { regex } from '../../regex.js';

/** Cookies and keys in which tools for consent keep what a visitor allows: name, role, tool. */
export const CONSENT_NAMES: readonly (readonly [RegExp, Role, string])[] = [
  [/^cc_cookie$|^cookieconsent_status$/, 'consent', 'CookieConsent'],
  [
    regex('i')`
      ^(klaro|tarteaucitron|axeptio|didomi|cmplz|borlabs|uc_settings|truste(?![a-z])|hu-consent
      |moove_gdpr|notice_gdpr|viewed_cookie_policy|cookielawinfo|__hs_opt_out|osano)`,
    'consent',
    'consent manager',
  ],
  [/^(OptanonConsent|OptanonAlertBoxClosed)$/, 'consent', 'OneTrust'],
  [/^(CookieConsent|cookieyes-consent|euconsent(-v2)?|usprivacy)$/i, 'consent', 'consent manager'],
  [/^(SOCS|li_gc|CONSENT|FCCDCF)$/, 'consent', 'consent manager'],
  // consentmanager.net, TrustArc, Commanders Act, iubenda, Sourcepoint, HubSpot, Orejime, Osano,
  // Cookie Information, Civic, CookieFirst, CookieScript, Ketch, Transcend, Google's and IAB's own.
  [
    regex()`
      ^__cmp(?:consent|cvc|cpc|iab|ccpa|ccx?|iuid)|^notice_(?:preferences|behavior|poptime)$
      |^cmapi_|^TC(?:ID|PID)?_PRIVACY|^TAconsentID$|^_iub_cs-|^consentUUID$|^_sp_(?:su|v1_)
      |^hs_cookie_cat_pref$|^__hs_(?:do_not_track|cookie_cat_pref|gpc_banner_dismiss)$|^orejime
      |^cconsent$|^CookieInformationConsent$|^CookieControl$|^cookiefirst-|^CookieScriptConsent$
      |^_ketch_consent|^_swb_|^tcm$|^addtl_consent$|^IABGPP_|^OTGPPConsent$|^gpp(?:_string|_sid)?$
      |^eupubconsent(?:-v2)?$|^CONSENTMGR$`,
    'consent',
    'consent manager',
  ],
];

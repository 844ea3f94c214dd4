import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import { type Text, text } from '../text.js';

/** What rules that speak of logins say of a cookie by which no more than a browser is known. */
const TITLES: ReadonlyMap<string, Text> = new Map([
  [
    'cookie-domain-too-broad',
    text(
      'evidence_visit_cookie_domain_too_broad',
      'A cookie that recognises this browser goes to more hosts than seem to need it',
    ),
  ],
  [
    'cookie-set-by-script',
    text(
      'evidence_visit_cookie_set_by_script',
      'A script sets the cookie that recognises this browser',
    ),
  ],
  [
    'cookie-samesite-none-on-session',
    text(
      'evidence_visit_cookie_samesite_none_on_session',
      'A cookie that recognises this browser goes with requests that any site causes',
    ),
  ],
  [
    'cookie-missing-secure',
    text(
      'evidence_visit_cookie_missing_secure',
      'A cookie that recognises this browser may travel over plain http',
    ),
  ],
  [
    'cookie-missing-samesite',
    text(
      'evidence_visit_cookie_missing_samesite',
      'A cookie that recognises this browser leaves SameSite to the browser',
    ),
  ],
  [
    'cookie-prefix-available',
    text(
      'evidence_visit_cookie_prefix_available',
      'A cookie that recognises this browser could promise its flags by its name',
    ),
  ],
  [
    'cookie-missing-httponly',
    text(
      'evidence_visit_cookie_missing_httponly',
      'A cookie that recognises this browser can be read by scripts',
    ),
  ],
  [
    'cookie-set-over-http',
    text(
      'evidence_visit_cookie_set_over_http',
      'A cookie that recognises this browser is set over plain http, although its host has https',
    ),
  ],
]);

/** The title of a rule's finding about such a cookie; undefined for any other. */
export function visitTitle(
  ruleId: string,
  credential: Credential | undefined,
  known: Known,
): Text | undefined {
  const title = TITLES.get(ruleId);
  return title && credential && isOfVisit(credential, known) ? title : undefined;
}

/** A browser that came with nothing was given it, and nobody was seen to log in. */
export function isOfVisit({ kind, site, behaviour }: Credential, { moments }: Known): boolean {
  const { givenToStranger, issuedAtLogin, opened, clearedAtLogout } = behaviour;
  if (kind !== 'cookie' || !givenToStranger || issuedAtLogin) return false;
  if (opened || clearedAtLogout) return false;
  return !moments.some((one) => one.site === site && one.type !== 'session-lost');
}

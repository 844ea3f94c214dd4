import { LIFETIME_CAP } from '../../cookies/cookie-mode.js';
import type { Millis } from '../../model.js';
import { endingAfter, withoutEnd } from '../cookie-draft.js';
import { text } from '../../text.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed } from './lived-cookie.js';
import { logsIn } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { DAY, SECOND } from '../../time-units.js';
import { spansApart } from '../../values/telling/span.js';

/** NIST SP 800-63B-4, AAL1: a new login at least that often. */
const DEFAULT: Millis = 30 * DAY;

export const cookieLifetimeOverCap: CredentialRule = {
  id: 'cookie-lifetime-over-cap',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity(credential) {
    if (!logsIn(credential)) return 'info';
    return credential.role === 'remember-me' ? 'low' : 'medium';
  },
  grading: 'Medium for a cookie that logs the user in; low for remember-me; info for any other.',
  title: 'A cookie asks to live longer than browsers allow',
  why:
    'Browsers shorten every cookie to at most 400 days, so a longer wish is not fulfilled and ' +
    'what the server believes about the expiry is wrong. For a cookie that logs the user in, the ' +
    'wish itself is the problem: a value stolen today would be good for years.',
  fix:
    'Ask for the time that is really needed, and renew the cookie while the user is active:\n\n' +
    '    Set-Cookie: <name>=<value>; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'These are 30 days. Also end it on the server at that time.' +
    SECURE_NEEDS_HTTPS,
  breaks: 'A user who stays away for longer than that has to log in, or to choose, again.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'RFC 6265bis §5.5'],
  yieldsTo: ['remember-me-lifetime-too-long', 'cookie-persistent-session'],
  line(draft, credential) {
    // A session is not remembered at all, see cookie-persistent-session.
    if (credential.role === 'session') return withoutEnd(draft);
    return endingAfter(draft, (logsIn(credential) ? DEFAULT : LIFETIME_CAP) / SECOND);
  },
  check(credential) {
    const { cookie, expires } = credential;
    if (cookie?.rejected) return 'does-not-apply';
    if (cookie?.setAt === undefined) {
      if (expires === 'session') return [];
      // The jar shows what the browser granted, not what the line asked for.
      return logsIn(credential) ? 'unknown' : 'does-not-apply';
    }
    if (cookie.askedExpiresAt === undefined) return [];
    const asked = cookie.askedExpiresAt - cookie.setAt;
    // Whole days: the server's clock may differ from the browser's by some hours.
    if (asked < LIFETIME_CAP + DAY) return [];
    const [told] = spansApart(asked, LIFETIME_CAP);
    const said = text(
      'evidence_cookie_over_cap',
      'The cookie {name} of {host} was set to live {span}; the limit is {cap} d.',
      { ...cookieNamed(credential), span: told, cap: LIFETIME_CAP / DAY },
    );
    return [{ text: said, exchange: cookie.setBy }];
  },
};

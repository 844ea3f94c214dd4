import { endingAfter, withoutEnd } from '../cookie-draft.js';
import { text } from '../../text.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed } from './lived-cookie.js';
import { logsIn } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';

/**
 * Values that servers send with a past date when they mean to delete, whether or not it is there.
 */
const DELETION = /^"?(|deleted?|expired|null|undefined|-)"?$/i;

export const cookieExpiredOnArrival: CredentialRule = {
  id: 'cookie-expired-on-arrival',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: (credential) => (logsIn(credential) ? 'low' : 'info'),
  grading: 'Low for a cookie that logs the user in; info for any other.',
  title: 'A cookie with a value arrives already expired',
  why:
    'The response sets a cookie whose end lies in the past, and there was none of that name to ' +
    'delete. The browser throws it away at once. Usual reasons are a server clock that runs ' +
    'behind, seconds taken for milliseconds, or a date in local time: the user sees a login that ' +
    'does not last.',
  fix:
    'Use Max-Age, which does not depend on clocks and time zones:\n\n' +
    '    Set-Cookie: <name>=<value>; Max-Age=3600; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'If the line is meant to delete, send an empty value with the same Domain and Path as ' +
    'when it was set:\n\n' +
    '    Set-Cookie: <name>=; Max-Age=0; Path=/' +
    SECURE_NEEDS_HTTPS,
  breaks: 'A cookie that was always lost is now kept; check that nothing relied on its absence.',
  references: ['CWE-613', 'RFC 6265bis §4.1.2.1', 'RFC 6265bis §4.1.2.2'],
  line: (draft, { role }) => (role === 'session' ? withoutEnd(draft) : endingAfter(draft, 3_600)),
  check(credential) {
    const { cookie, value } = credential;
    if (!cookie || cookie.rejected) return 'does-not-apply';
    if (!cookie.expiredOnArrival) return [];
    if (DELETION.test(value)) return 'does-not-apply';
    const said = text(
      'evidence_cookie_expired_on_arrival',
      'The cookie {name} of {host} was set with an end in the past.',
      cookieNamed(credential),
    );
    return [{ text: said, exchange: cookie.setBy }];
  },
};

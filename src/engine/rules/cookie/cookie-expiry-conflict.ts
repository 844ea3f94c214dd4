import { endingAfter } from '../cookie-draft.js';
import { parseCookieDate } from '../../cookies/cookie-date.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential, Millis } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { isToldTime } from '../../normalize/sources/told-time.js';
import { text } from '../../text.js';
import { MINUTE, SECOND } from '../../time-units.js';
import { spansApart } from '../../values/telling/span.js';
import type { CredentialRule } from '../rule.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, withoutLine, writtenValue } from './lived-cookie.js';

/** A server's clock may be wrong by that much; a wrong time zone is at least this. */
const CLOCK: Millis = 30 * MINUTE;

export const cookieExpiryConflict: CredentialRule = {
  id: 'cookie-expiry-conflict',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: (credential) => (logsIn(credential) ? 'low' : 'info'),
  grading: 'Low for a cookie that logs the user in; info for any other.',
  title: 'Max-Age and Expires of a cookie say different ends',
  why:
    'Browsers go by Max-Age and do not look at Expires beside it; some other clients do the ' +
    'opposite. One of the two is not what somebody meant, and how long the cookie lives depends ' +
    'on who reads it.',
  fix:
    'Write one of them, best Max-Age, which depends on no clock and no time zone:\n\n' +
    '    Set-Cookie: <name>=<value>; Max-Age=3600; Secure; HttpOnly; SameSite=Lax; Path=/' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Nothing in browsers, where Max-Age counts today. Programs that read Expires alone, such as ' +
    'old HTTP libraries, then keep the cookie for as long as they run.',
  references: ['CWE-613', 'RFC 6265bis §4.1.2.2', 'RFC 6265bis §5.7'],
  line: (draft) => (draft.maxAge === undefined ? draft : endingAfter(draft, draft.maxAge)),
  check(credential) {
    if (!hasLived(credential)) return 'does-not-apply';
    const ends = endsOf(credential);
    if (ends === undefined) return withoutLine(credential);
    if (!isToldTime(credential.cookie?.setAt ?? 0)) return 'unknown';
    const [byAge, byDate] = ends;
    const apart = Math.abs(byAge - byDate);
    // Of a year nobody notices a day: what is rounded to days or months is no contradiction.
    if (apart <= Math.max(CLOCK, Math.abs(byAge) / 100)) return [];
    const [age, date] = spansApart(byAge, Math.abs(byDate));
    const values = { ...cookieNamed(credential), age, date };
    const said =
      byDate < 0
        ? text(
            'evidence_cookie_expiry_past',
            'The cookie {name} of {host} has a Max-Age of {age}, and an Expires ' +
              '{date} in the past.',
            values,
          )
        : text(
            'evidence_cookie_expiry_conflict',
            'The cookie {name} of {host} has a Max-Age of {age}, and an Expires {date} from then.',
            values,
          );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};

/** How long it lives by either one, where both are there and can be read. */
function endsOf(credential: Credential): [byAge: Millis, byDate: Millis] | undefined {
  const age = writtenValue(credential, 'max-age');
  const date = writtenValue(credential, 'expires');
  const setAt = credential.cookie?.setAt;
  if (age === undefined || date === undefined || setAt === undefined) return undefined;
  const expires = parseCookieDate(date, 'browser');
  if (!/^[+-]?\d+$/.test(age) || expires === undefined) return undefined;
  return [Number(age) * SECOND, expires - setAt];
}

import { endingAfter, withoutEnd } from '../cookie-draft.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import { logsIn } from '../../role-table.js';
import type { Credential } from '../../model.js';
import { text } from '../../text.js';
import { SECOND } from '../../time-units.js';
import { tellValue } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, diagnosed, withoutLine, writtenValue } from './lived-cookie.js';

const INVALID = new Set(['date-invalid', 'max-age-invalid']);
/** Written by servers that mean "with the browser session", which is what comes of it. */
const NO_DATE = /^"?(?:0|-1|session|false|null|)"?$/i;

export const cookieDateInvalid: CredentialRule = {
  id: 'cookie-date-invalid',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: (credential) => (logsIn(credential) && losesItsEnd(credential) ? 'low' : 'info'),
  grading: 'Low for a cookie that logs the user in and loses its end by it; info for any other.',
  title: 'The date at which a cookie should end cannot be read',
  why:
    'Browsers ignore an Expires that is no cookie date and a Max-Age that is no whole number. ' +
    'The cookie then ends when the browser is closed, or with the other one of the two: "stay ' +
    'logged in" is lost at random, and an end that was meant to come sooner never comes.',
  fix:
    'Say how many seconds it should live:\n\n' +
    '    Set-Cookie: <name>=<value>; Max-Age=3600; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'A date has this form, always in GMT:\n\n' +
    '    Expires=Wed, 21 Oct 2026 07:28:00 GMT\n\n' +
    'For a cookie that should end with the browser session, leave both out.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'The cookie now ends when it says. Check that the time is the one that was meant, for nobody ' +
    'has seen it at work yet.',
  references: ['CWE-613', 'RFC 6265bis §5.1.1', 'RFC 6265bis §5.6.1', 'RFC 6265bis §5.6.2'],
  line(draft, { cookie }) {
    if (draft.maxAge !== undefined) return endingAfter(draft, draft.maxAge);
    const { expires } = draft;
    const lifetime = (expires ?? 0) - (cookie?.setAt ?? Infinity);
    return lifetime > 0 ? endingAfter(draft, lifetime / SECOND) : withoutEnd(draft);
  },
  check(credential) {
    if (!hasLived(credential)) return 'does-not-apply';
    const written = [writtenValue(credential, 'expires'), writtenValue(credential, 'max-age')];
    if (written.every((value) => value === undefined)) return withoutLine(credential);
    return diagnosed(credential, INVALID).map(({ code }) => {
      const [attribute, value] =
        code === 'date-invalid'
          ? (['Expires', written[0]] as const)
          : (['Max-Age', written[1]] as const);
      const said = text(
        'evidence_cookie_date_invalid',
        'The cookie {name} of {host} was set with {attribute}={value}.',
        { ...cookieNamed(credential), attribute, value: tellValue(value ?? '') },
      );
      return { text: said, exchange: credential.cookie?.setBy };
    });
  },
};

/** Something that was meant to be an end, and no other one beside it that counts. */
function losesItsEnd(credential: Credential): boolean {
  if (credential.cookie?.askedExpiresAt !== undefined) return false;
  const written = [writtenValue(credential, 'expires'), writtenValue(credential, 'max-age')];
  return written.some((value) => value !== undefined && !NO_DATE.test(value));
}

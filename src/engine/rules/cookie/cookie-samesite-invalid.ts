import { hasLived } from '../../credentials/lived-attributes.js';
import { text } from '../../text.js';
import { tellValue } from '../../values/telling/redact.js';
import { logsIn } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { crossSiteNeeds } from './cross-site-use.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, withoutLine, writtenValue } from './lived-cookie.js';
import { neededByLogin } from './rejected-cookie.js';

const VALID = /^(?:strict|lax|none)$/i;

export const cookieSamesiteInvalid: CredentialRule = {
  id: 'cookie-samesite-invalid',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: (credential) =>
    logsIn(credential) ? 'medium' : neededByLogin(credential) ? 'low' : 'info',
  grading:
    'Medium for a cookie that logs the user in; low for one that a login needs; info ' +
    'for any other.',
  title: 'A cookie asks for a SameSite that does not exist',
  why:
    'Browsers know Strict, Lax and None, and treat any other value as if nothing had been said. ' +
    'The server believes that it chose who may send the cookie, and each browser uses its own ' +
    'default instead.',
  fix:
    'Write one of the three values; Lax suits most:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=Lax; Secure; HttpOnly; Path=/' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Chromium already treats it as Lax, apart from POSTs in its first two minutes. In Firefox ' +
    'and Safari the cookie no longer comes with requests that other sites cause: look for ' +
    'embedding and for logins and payments that come back by POST.',
  references: ['CWE-1275', 'OWASP ASVS 5.0 V3.3.2', 'RFC 6265bis §5.6.7'],
  line: (draft, credential, known) =>
    crossSiteNeeds(credential, known).length > 0 ? draft : { ...draft, sameSite: 'lax' },
  check(credential) {
    if (!hasLived(credential)) return 'does-not-apply';
    const value = writtenValue(credential, 'samesite');
    if (value === undefined) return withoutLine(credential);
    if (VALID.test(value)) return [];
    const said = text(
      'evidence_cookie_samesite_invalid',
      'The cookie {name} of {host} was set with SameSite={value}.',
      { ...cookieNamed(credential), value: tellValue(value) },
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};

import { crossSiteNeeds } from './cross-site-use.js';
import { rejectedFor, severityOfLoss } from './rejected-cookie.js';
import type { CredentialRule } from '../rule.js';

export const cookieSamesiteNoneInsecure: CredentialRule = {
  id: 'cookie-samesite-none-insecure',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: severityOfLoss,
  grading: 'Medium for a cookie that a login needs; low for any other.',
  title: 'A cookie with SameSite=None but without Secure is refused',
  why:
    'Browsers accept SameSite=None only together with Secure, because a cookie for all sites ' +
    'would otherwise travel everywhere in clear text. Chromium drops the whole Set-Cookie line ' +
    'without telling the page, so the server believes that the user has a cookie that ' +
    'does not exist.',
  fix:
    'If other sites must be able to send the cookie (embedding, OIDC form_post, ' +
    'SAML), add Secure:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=None; Secure; HttpOnly; Path=/\n\n' +
    'If not, which is the usual case, ask for the safer setting:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=Lax; Secure; HttpOnly; Path=/',
  breaks:
    'Secure needs https, except on localhost in most browsers. With Lax the cookie no longer ' +
    'arrives inside frames on other sites or with their POST requests.',
  references: ['CWE-614', 'OWASP ASVS 5.0 V3.3.1', 'OWASP ASVS 5.0 V3.3.2', 'RFC 6265bis §5.7'],
  line: (draft, credential, known) =>
    crossSiteNeeds(credential, known).length > 0
      ? { ...draft, secure: true }
      : { ...draft, sameSite: 'lax' },
  check(credential, known) {
    const refused = rejectedFor('samesite-none-insecure', credential, known);
    const asksForNone = credential.attributes?.sameSite === 'none';
    return refused.length === 0 && !asksForNone ? 'does-not-apply' : refused;
  },
};

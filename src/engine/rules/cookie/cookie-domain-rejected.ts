import { withoutDomain } from '../cookie-draft.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { rejectedFor, severityOfLoss } from './rejected-cookie.js';
import type { CredentialRule } from '../rule.js';

export const cookieDomainRejected: CredentialRule = {
  id: 'cookie-domain-rejected',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: severityOfLoss,
  grading: 'Medium for a cookie that a login needs; low for any other.',
  title: 'A cookie is refused because its Domain is not one that its host may set it for',
  why:
    'A host can set cookies for itself and for the domains above it up to the one that somebody ' +
    'registered: not for other hosts, and not for a public suffix such as com, co.uk or ' +
    'github.io, which strangers share. The browser drops the whole line without a word, and the ' +
    'server believes that the user has the cookie.',
  fix:
    'Leave Domain out, and the cookie is for the host that sets it:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Usual reasons are the domain of another environment in the configuration (production, ' +
    'localhost) and a proxy that passes the line on under another host name.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'The cookie is kept now, where it never was. If other hosts were meant to get it, name the ' +
    'domain that they have in common; under a public suffix that is impossible, and they ' +
    'need a login each.',
  references: ['OWASP ASVS 5.0 V3.3.3', 'RFC 6265bis §4.1.2.3', 'RFC 6265bis §5.7'],
  line: (draft) => withoutDomain(draft),
  check(credential, known) {
    const refused = [
      ...rejectedFor('domain-mismatch', credential, known),
      ...rejectedFor('public-suffix', credential, known),
    ];
    if (refused.length > 0) return refused;
    const { cookie, attributes } = credential;
    const isTried = !cookie?.rejected && cookie?.setBy && attributes?.hostOnly === false;
    return isTried ? [] : 'does-not-apply';
  },
};

import { prefixOf } from '../../cookies/cookie-prefix.js';
import { withoutDomain } from '../cookie-draft.js';
import { rejectedFor, severityOfLoss } from './rejected-cookie.js';
import type { CredentialRule } from '../rule.js';

export const cookiePrefixViolated: CredentialRule = {
  id: 'cookie-prefix-violated',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: severityOfLoss,
  grading: 'Medium for a cookie that a login needs; low for any other.',
  title: 'A cookie does not keep the promise of its name prefix and is refused',
  why:
    'A name that starts with __Secure- or __Host- is a promise about the attributes, and ' +
    'browsers refuse a cookie that breaks it. They do so silently: the server believes that the ' +
    'user has a cookie that does not exist, which often shows as a login that does not last.',
  fix:
    'Set what the prefix demands, over https:\n\n' +
    '    Set-Cookie: __Host-<name>=<value>; Secure; Path=/; HttpOnly; SameSite=Lax\n' +
    '    Set-Cookie: __Secure-<name>=<value>; Secure; HttpOnly; SameSite=Lax\n\n' +
    '__Host- allows no Domain attribute. __Http- demands Secure and HttpOnly; __Host-Http- ' +
    'demands both and all that __Host- does. Upper and lower case make no difference.',
  breaks:
    'A __Host- cookie cannot be shared with other hosts or limited to a path. If it must be, ' +
    'use __Secure-. On http, also during development, use a name without a prefix.',
  references: [
    'CWE-614',
    'OWASP ASVS 5.0 V3.3.1',
    'OWASP ASVS 5.0 V3.3.3',
    'RFC 6265bis §4.1.3',
    'RFC 6265bis §5.7',
  ],
  strength: 'The cookies keep the promises of their name prefixes (__Host-, __Secure-).',
  line: (draft) => {
    const { host = false, httpOnly = false } = prefixOf(draft.name) ?? {};
    const kept = { ...draft, secure: true, httpOnly: draft.httpOnly || httpOnly };
    return host ? withoutDomain({ ...kept, path: '/' }) : kept;
  },
  check(credential, known) {
    const broken = rejectedFor('prefix', credential, known);
    return broken.length === 0 && !prefixOf(credential.name) ? 'does-not-apply' : broken;
  },
};

import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { decodeJweHeader } from '../../values/tokens/jwt.js';
import { tellName, tellValue } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { compactOf } from './jwt-parts.js';

export const jwtEncryptedCompressed: CredentialRule = {
  id: 'jwt-encrypted-compressed',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwe'] },
  severity: 'low',
  title: 'An encrypted token is compressed before it is encrypted',
  why:
    'The length of what was compressed tells of its content: whoever can get text of his own ' +
    'into the token and sees how long it becomes can guess the rest piece by piece. And a small ' +
    'token that unpacks to gigabytes stops a server that decrypts it.',
  fix:
    'Leave zip out of the header, and put less into the token instead:\n\n' +
    "    new EncryptJWT({ sub: user.id }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })\n\n" +
    'Where old tokens still have to be read, bound the length that they may unpack to.',
  breaks:
    'Tokens become longer: a cookie holds 4,096 bytes with its name. Measure the longest one ' +
    'first, and keep on the server what does not fit.',
  references: ['CWE-409', 'CWE-203', 'RFC 8725 §2.4', 'RFC 8725 §3.6', 'RFC 7516 §4.1.3'],
  check(credential) {
    const header = decodeJweHeader(compactOf(credential));
    if (!header) return 'does-not-apply';
    const { zip } = header;
    if (typeof zip !== 'string') return [];
    const said = text('evidence_jwt_zip', 'The header of the JWE in {name} says "zip": "{zip}".', {
      name: tellName(credential.name),
      zip: tellValue(zip),
    });
    return [{ text: said }];
  },
};

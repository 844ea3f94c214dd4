import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { tellName } from '../../values/telling/redact.js';
import { span } from '../../values/telling/span.js';
import type { CredentialRule } from '../rule.js';
import { cookieSpanOf, isMuchLonger } from './cookie-span.js';

export const jwtOutlivesCookie: CredentialRule = {
  id: 'jwt-outlives-cookie',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: 'low',
  title: 'A JWT is valid long after its cookie has ended',
  why:
    'When the cookie ends, the browser forgets the token and the user seems to be logged out. ' +
    'The token itself works on until its exp: for whoever copied it from a log, a backup or ' +
    'another device, the end of the cookie changes nothing.',
  fix:
    'Let the token end when the cookie does, and issue both anew while the user is active:\n\n' +
    '    const seconds = 8 * 60 * 60;\n' +
    '    const token = await new SignJWT(claims).setIssuedAt()\n' +
    "      .setExpirationTime(seconds + 's').sign(key);\n" +
    '    res.cookie(name, token, { ...options, maxAge: seconds * 1000 });',
  breaks:
    'Programs that took the token out of the cookie and live on it for longer. Find them in the ' +
    'server’s log first: requests with the token and without the other cookies of a browser.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'OWASP ASVS 5.0 V7.4.1', 'RFC 7519 §4.1.4'],
  yieldsTo: ['jwt-lifetime-too-long'],
  check(credential) {
    const lives = cookieSpanOf(credential);
    if (lives === undefined) return 'does-not-apply';
    if (lives === 'unknown') return 'unknown';
    if (!isMuchLonger(lives.jwt, lives.cookie)) return [];
    return [
      {
        text: text(
          'evidence_jwt_outlives_cookie',
          'The cookie {name} was set for {cookie}; the JWT in it was valid for {jwt} from then on.',
          { name: tellName(credential.name), cookie: span(lives.cookie), jwt: span(lives.jwt) },
        ),
        exchange: credential.cookie?.setBy,
      },
    ];
  },
};

import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellName } from '../../values/telling/redact.js';
import { SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import { endingAfter } from '../cookie-draft.js';
import type { CredentialRule } from '../rule.js';
import { cookieSpanOf, isMuchLonger } from '../jwt/cookie-span.js';

export const cookieOutlivesJwt: CredentialRule = {
  id: 'cookie-outlives-jwt',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: (credential, known) => (isRenewed(credential, known) ? 'info' : 'low'),
  grading: 'Low; info where a refresh token is there that puts a new token into the cookie.',
  title: 'A cookie is kept long after the JWT in it has ended',
  why:
    'After its exp the browser still sends the token with every request, although it is worth ' +
    'nothing. Whoever comes back looks logged in and is refused, and a server that forgets to ' +
    'check exp once lets old tokens in.',
  fix:
    'Give the cookie the time that the token has, where both are issued together:\n\n' +
    '    const left = claims.exp - claims.iat;\n' +
    '    res.cookie(name, token, { ...options, maxAge: left * 1000 });\n\n' +
    'If the server reads the ended token to renew it, keep that to a refresh token in a ' +
    'cookie of its own.',
  breaks:
    'Servers that renew a login from the ended token no longer get it. Look for the renewal in ' +
    'the requests first: if one follows an ended token, build it on a refresh token before the ' +
    'cookie is cut.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V9.2.1', 'RFC 7519 §4.1.4', 'RFC 6265bis §4.1.2.2'],
  line(draft, credential, known) {
    const lives = cookieSpanOf(credential);
    const ends = draft.maxAge !== undefined || draft.expires !== undefined;
    if (typeof lives !== 'object' || !ends || isRenewed(credential, known)) return draft;
    return endingAfter(draft, Math.max(1, lives.jwt / SECOND));
  },
  check(credential) {
    const lives = cookieSpanOf(credential);
    if (lives === undefined) return 'does-not-apply';
    if (lives === 'unknown') return 'unknown';
    // A token that had ended when it was set says nothing of how both are set at a login.
    if (lives.jwt <= 0 || !isMuchLonger(lives.cookie, lives.jwt)) return [];
    return [
      {
        text: text(
          'evidence_cookie_outlives_jwt',
          'The cookie {name} was set for {cookie}; the JWT in it had {jwt} left.',
          { name: tellName(credential.name), cookie: span(lives.cookie), jwt: span(lives.jwt) },
        ),
        exchange: credential.cookie?.setBy,
      },
    ];
  },
};

/** Its place is filled anew by what lives longer. */
function isRenewed(credential: Credential, known: Known): boolean {
  if (credential.life.some(({ type }) => type === 'refreshed')) return true;
  return known
    .ofSite(credential.site)
    .some(
      ({ id, role }) => id !== credential.id && ['refresh-token', 'remember-me'].includes(role),
    );
}

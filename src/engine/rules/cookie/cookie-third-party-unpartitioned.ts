import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { crossSiteUses } from './cross-site-use.js';
import { cookieNamed } from './lived-cookie.js';

export const cookieThirdPartyUnpartitioned: CredentialRule = {
  id: 'cookie-third-party-unpartitioned',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: [...LOGIN_ROLES, 'csrf'] },
  severity: ({ behaviour }) => (behaviour.sentFirstParty ? 'info' : 'low'),
  grading: 'Low where it was seen on pages of other sites alone; else info.',
  title: 'A login works on pages of other sites only where third-party cookies are allowed',
  why:
    'The cookie is sent on behalf of pages of another site. Safari blocks that, Firefox keeps a ' +
    'separate cookie for each site in front, and Chrome blocks it in private windows and for ' +
    'users who chose so. For those users the embedded part has no login, or another one.',
  fix:
    'If the embedded part may have a login of its own on each site that embeds it, such as a ' +
    'chat or a support form, let its cookie be partitioned:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=None; Secure; HttpOnly; Partitioned; Path=/\n\n' +
    'If it should know the login of its own site, ask for it: by the Storage Access API after a ' +
    'click, or by a login in a window of its own.\n\n' +
    '    await document.requestStorageAccess();',
  breaks:
    'A partitioned cookie is another one on each site: single sign-on and a login that is ' +
    'renewed in a frame do not work with it, and everybody logs in once more. Keep the cookie of ' +
    'the own site as it is, and use another name for the embedded part.',
  references: ['OWASP ASVS 5.0 V3.3.2', 'RFC 6265bis §7.1'],
  check(credential) {
    if (!hasLived(credential)) return 'does-not-apply';
    const uses = crossSiteUses(credential);
    if (uses.length === 0) return 'does-not-apply';
    const { partitioned } = livedAttributes(credential);
    if (partitioned === undefined) return 'unknown';
    if (partitioned) return [];
    return uses.slice(0, 3).map(({ origin, pageSite = '', lastExchange }) => ({
      text: text(
        'evidence_cookie_third_party',
        'The cookie {name} was sent to {origin} on behalf of pages of {page}.',
        {
          name: cookieNamed(credential).name,
          origin: tellHost(origin),
          page: tellHost(pageSite),
        },
      ),
      exchange: lastExchange,
    }));
  },
};

import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Severity } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { cookieNamed } from './lived-cookie.js';

export const cookieSetOverHttp: CredentialRule = {
  id: 'cookie-set-over-http',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: severityOf,
  grading: 'Medium; low where the login itself gave another value over https; info on localhost.',
  title: 'A cookie that logs the user in is set over plain http, although its host has https',
  why:
    'Everybody on the way read the value while it was set, and could put one of their own in its ' +
    'place. That the site goes on over https helps no more: the value is known. Often it is the ' +
    'redirect to https that sets it.',
  fix:
    'Over http answer with nothing but the redirect, before any session begins; in nginx:\n\n' +
    '    server { listen 80; return 301 https://<host>/; }\n\n' +
    'Then let browsers come over https at once, and begin the session there:\n\n' +
    '    Strict-Transport-Security: max-age=31536000\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/',
  breaks:
    'Whoever still uses the site over http is redirected: clients that do not follow, health ' +
    'checks, hosts with no certificate. Begin with a short max-age, and raise it when ' +
    'all of them work.',
  references: [
    'CWE-319',
    'OWASP ASVS 5.0 V3.3.1',
    'OWASP ASVS 5.0 V12.2.1',
    'RFC 6265bis §4.1.2.5',
    'OWASP WSTG-SESS-04',
  ],
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const { setOver, setBy } = credential.cookie ?? {};
    if (setOver === undefined || setBy === undefined) {
      // A jar does not say how a cookie came; a Secure one did not come over http.
      return credential.attributes?.secure ? [] : 'does-not-apply';
    }
    if (setOver === 'https') return [];
    const overHttps = seenOverHttps(credential, known);
    if (overHttps === undefined) return 'does-not-apply';
    const said = text(
      'evidence_cookie_set_over_http',
      'The answer to {request} set the cookie {name} of {host}, unencrypted.',
      { ...cookieNamed(credential), request: tellRequest(setBy) },
    );
    const beside = text('evidence_cookie_host_has_https', 'Its host also answers over https.');
    return [
      { text: said, exchange: setBy },
      { text: beside, exchange: overHttps },
    ];
  },
};

function severityOf(credential: Credential): Severity {
  if (credential.local) return 'info';
  const login = credential.behaviour.issuedAtLogin;
  return login?.url.startsWith('https:') ? 'low' : 'medium';
}

/** An exchange with the very host of the cookie that went over https. */
function seenOverHttps({ host, sightings }: Credential, known: Known): ExchangeRef | undefined {
  const isThere = (url: string) => {
    const target = parseUrl(url);
    return target?.protocol === 'https:' && target.hostname === host;
  };
  const sent = sightings.find((one) => one.direction === 'sent' && isThere(one.origin));
  return sent?.lastExchange ?? known.exchanges.find(({ ref }) => isThere(ref.url))?.ref;
}

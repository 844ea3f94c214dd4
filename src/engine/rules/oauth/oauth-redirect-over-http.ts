import { isLocal, parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellUrl } from '../../values/telling/redact.js';
import { valueIn, withValue } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest } from './request.js';

export const oauthRedirectOverHttp: FlowRule = {
  id: 'oauth-redirect-over-http',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: 'high',
  title: 'The answer of the login is sent over plain http',
  why:
    'The redirect address begins with http: the code or the tokens of the login travel where ' +
    'everyone on the way (the Wi-Fi, the provider, a proxy) can read them, and take the answer ' +
    'for themselves.',
  fix:
    'Serve the site over https, register that address at the authorization server, and ' +
    'use it:\n\n' +
    '    redirect_uri=https%3A%2F%2Fshop.example.com%2Fcallback\n\n' +
    'Then take the http address out of the registration. Plain http is allowed for the own ' +
    'machine alone (127.0.0.1, [::1]).',
  breaks:
    'Logins fail while the address is used and not yet registered: register the new one beside ' +
    'the old one first.',
  references: [
    'RFC 9700 §2.6',
    'RFC 6749 §3.1.2.1',
    'RFC 8252 §7.3',
    'OWASP ASVS 5.0 V12.2.1',
    'CWE-319',
  ],
  request(draft) {
    const before = valueIn(draft, 'redirect_uri') ?? '';
    return withValue(draft, 'redirect_uri', before.replace(/^http:/i, 'https:'));
  },
  check(flow) {
    const url = parseUrl(flow.redirectUri ?? '');
    if (!url) return 'unknown';
    if (url.protocol !== 'http:') return url.protocol === 'https:' ? [] : 'does-not-apply';
    if (isLocal(url.hostname)) return 'does-not-apply';
    return [
      {
        text: text('evidence_oauth_redirect_over_http', 'Its redirect address is {address}.', {
          address: tellUrl(flow.redirectUri ?? ''),
        }),
        ...atRequest(flow),
      },
    ];
  },
};

import { text } from '../../text.js';
import type { FlowRule } from '../rule.js';
import { tellWord } from '../../values/telling/redact.js';
import { withPkce, without, withValue } from '../request-draft.js';
import { atRequest, responseTypes } from './request.js';

export const oauthImplicitFlow: FlowRule = {
  id: 'oauth-implicit-flow',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['implicit', 'hybrid', 'authorization-code'] },
  severity: 'medium',
  title: 'The access token comes back in an address',
  why:
    'With the implicit grant the authorization server hands out the access token by a redirect: ' +
    'it stands in the address of the page, where history, extensions and scripts read it, and ' +
    'nothing proves that this client asked for it, so another token can be slipped in.',
  fix:
    'Ask for a code, with PKCE, and redeem it at the token endpoint:\n\n' +
    '    response_type=code&code_challenge=...&code_challenge_method=S256\n\n' +
    'Libraries do all of it where they are told the response type `code`. Then turn the implicit ' +
    'grant off for this client at the authorization server.',
  breaks:
    'The token endpoint must allow the page by CORS, and the client must be registered for the ' +
    'code grant: allow both there first, switch the client over, and only then forbid the ' +
    'implicit grant.',
  references: [
    'RFC 9700 §2.1.2',
    'OWASP ASVS 5.0 V10.4.4',
    'OWASP ASVS 5.0 V10.6.1',
    'CWE-598',
    'RFC 9700 §4.6',
    'RFC 10017 §7.2',
  ],
  strength: 'Access tokens come from the token endpoint, and never in an address.',
  request: (draft) => withPkce(without(withValue(draft, 'response_type', 'code'), 'response_mode')),
  check(flow) {
    const types = responseTypes(flow);
    if (types.length === 0) return 'unknown';
    // An ID token alone, posted or with a nonce, is a login and opens no API.
    if (!types.includes('token')) return types.includes('code') ? [] : 'does-not-apply';
    return [
      {
        text: text('evidence_oauth_implicit_flow', 'It was asked for with response_type={type}.', {
          type: tellWord(types.join(' ')),
        }),
        ...atRequest(flow),
      },
    ];
  },
};

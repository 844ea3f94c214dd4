import { text } from '../../text.js';
import { without } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { hasPublicSecret } from './request.js';

export const oauthClientSecretInBrowser: FlowRule = {
  id: 'oauth-client-secret-in-browser',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'] },
  severity: (flow) => (hasPublicSecret(flow) ? 'info' : 'high'),
  grading: 'High; info for apps of a device, whose secret is known to be none.',
  title: 'The page knows the client’s secret',
  why:
    'Whoever opens the page can read the secret by which the authorization server knows this ' +
    'client, and can ask for tokens in its name. A secret that every visitor gets ' +
    'protects nothing.',
  fix:
    'Replace the secret at the authorization server, which makes the old one worthless. Then ' +
    'either let your server redeem the code, or register the page as a public client ' +
    'and use PKCE:\n\n' +
    '    grant_type=authorization_code&client_id=...&code=...&code_verifier=...\n\n' +
    'Client credentials (grant_type=client_credentials) are for servers alone.',
  breaks:
    'Everything else that uses the same secret, such as the server itself: give each its own ' +
    'client first, then replace the secret.',
  references: ['RFC 6749 §2.3.1', 'RFC 6749 §10.1', 'CWE-522', 'RFC 10017 §6.3.3.1'],
  request: (draft) => without(draft, 'client_secret'),
  check(flow) {
    const asked = flow.steps.filter(
      ({ kind, detail }) =>
        (kind === 'token-request' || kind === 'refresh-request') && detail.byPage === true,
    );
    if (asked.length === 0) return 'does-not-apply';
    if (!flow.clientSecret) return [];
    const said = hasPublicSecret(flow)
      ? text(
          'evidence_oauth_client_secret_public',
          'The token request has a client secret, as those of apps and devices do: it is no ' +
            'secret, and nothing may rest on it.',
        )
      : text('evidence_oauth_client_secret', 'A token request of the page has the client secret.');
    return [{ text: said, ...(asked[0] && { exchange: asked[0].exchange }) }];
  },
};

import type { AuthFlow } from '../../flows/flow.js';
import type { Severity } from '../../model.js';
import { text } from '../../text.js';
import { withPkce } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest, parameterOf, redeemerOf } from './request.js';

export const oauthPkcePlain: FlowRule = {
  id: 'oauth-pkce-plain',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'hybrid'] },
  severity: byClient,
  grading: 'Medium; low where a server redeems the code, which has to authenticate itself as well.',
  title: 'PKCE sends its secret in the open (plain)',
  why:
    'With the method plain the challenge in the authorization request is the very verifier that ' +
    'is asked for later. Whoever reads the request, in a log or in the history, has what PKCE ' +
    'was to keep from them.',
  fix:
    'Send the hash, and say so; where no method is named, plain is meant:\n\n' +
    '    code_challenge=BASE64URL(SHA256(code_verifier))&code_challenge_method=S256\n\n' +
    'Every server that knows PKCE knows S256.',
  breaks:
    'Nothing, where the token request goes on sending the verifier itself. Let the authorization ' +
    'server refuse plain once every client has changed.',
  references: [
    'RFC 7636 §4.2',
    'RFC 7636 §7.2',
    'RFC 9700 §2.1.1',
    'OWASP ASVS 5.0 V10.4.6',
    'CWE-319',
  ],
  strength: 'PKCE uses the hash of its verifier (S256).',
  request: withPkce,
  check(flow) {
    if (flow.pkce === undefined) return 'unknown';
    if (flow.pkce === 'none') return 'does-not-apply';
    if (flow.pkce === 'S256') return [];
    const method = parameterOf(flow, 'code_challenge_method') ?? 'plain';
    // A method of the server's own (RFC 7636 §4.3) may be as good.
    if (method !== 'plain') return 'unknown';
    return [
      {
        text: text(
          'evidence_oauth_pkce_plain',
          'Its code_challenge is sent with the method plain, which is meant where none is named.',
        ),
        ...atRequest(flow),
      },
    ];
  },
};

function byClient(flow: AuthFlow): Severity {
  return redeemerOf(flow) === 'server' ? 'low' : 'medium';
}

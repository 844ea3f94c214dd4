import type { AuthFlow } from '../../flows/flow.js';
import type { Severity } from '../../model.js';
import { text } from '../../text.js';
import { withMade } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest, isBoundOtherwise, responseTypes, wasSeenWhole } from './request.js';

export const oauthMissingState: FlowRule = {
  id: 'oauth-missing-state',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: byAnswer,
  grading:
    'High where the answer brings an access token; medium where it brings a code. PKCE and the ' +
    'nonce of OpenID Connect stand in for state.',
  title: 'Anybody’s login can be slipped in (no state)',
  why:
    'Nothing ties the answer of the authorization server to the browser that asked. An attacker ' +
    'can have a user open the answer to the attacker’s own login: the user then works, or pays, ' +
    'in the attacker’s account without noticing it.',
  fix:
    'Send a random value, keep it in the session, compare it when the answer comes, and ' +
    'use it once:\n\n' +
    '    state=<16 random bytes in base64url>\n\n' +
    'PKCE (code_challenge with S256) does the same for the code grant, and is needed anyway.',
  breaks:
    'Answers to pages that were opened before the change are refused once. A session cookie with ' +
    'SameSite=Strict is not sent with the answer: keep the value in one with SameSite=Lax.',
  references: [
    'RFC 9700 §2.1',
    'RFC 9700 §4.7.1',
    'RFC 6749 §10.12',
    'OWASP ASVS 5.0 V10.2.1',
    'CWE-352',
    'RFC 10017 §6.3.2.2',
  ],
  request: (draft) => withMade(draft, 'state', 'random'),
  check(flow) {
    if (!wasSeenWhole(flow)) return 'unknown';
    if (flow.state) return [];
    if (isBoundOtherwise(flow)) return 'does-not-apply';
    return [
      {
        text: text(
          'evidence_oauth_missing_state',
          'The authorization request has neither state nor PKCE nor a nonce.',
        ),
        ...atRequest(flow),
      },
    ];
  },
};

function byAnswer(flow: AuthFlow): Severity {
  return responseTypes(flow).includes('token') ? 'high' : 'medium';
}

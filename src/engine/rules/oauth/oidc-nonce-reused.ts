import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import { isMasked } from '../../normalize/sources/masked-value.js';
import { text } from '../../text.js';
import { withMade } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest, parameterOf, requestOf } from './request.js';

export const oidcNonceReused: FlowRule = {
  id: 'oidc-nonce-reused',
  subject: 'flow',
  applies: { protocols: ['oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: (flow) => (flow.pkce === 'S256' ? 'low' : 'medium'),
  grading: 'Medium; low where PKCE binds the login as well.',
  title: 'Two logins have the same nonce',
  why:
    'A nonce is to be used once. Where it is the same every time it tells no login from another, ' +
    'and an ID token from one can be presented in the next.',
  fix:
    'Make it anew for every request, from a secure random generator:\n\n' +
    '    const nonce = crypto.randomUUID();\n\n' +
    'A nonce in the configuration of a library belongs out of it: the library makes its own.',
  breaks:
    'Clients that compare with a fixed value: keep the nonce in the session of the login instead.',
  references: [
    'OpenID Connect Core §3.1.2.1',
    'OWASP ASVS 5.0 V10.1.2',
    'OWASP ASVS 5.0 V10.5.1',
    'CWE-323',
  ],
  request: (draft) => withMade(draft, 'nonce', 'random'),
  check(flow, known) {
    if (!flow.nonce) return 'does-not-apply';
    const nonce = parameterOf(flow, 'nonce');
    if (nonce === undefined || isMasked(nonce)) return 'unknown';
    if (!othersOf(flow, known).some((other) => parameterOf(other, 'nonce') === nonce)) return [];
    return [
      {
        text: text('evidence_oidc_nonce_reused', 'A login before this one had the same nonce.'),
        ...atRequest(flow),
      },
    ];
  },
};

/** Logins of this client before; the same request loaded once more is none. */
function othersOf(flow: AuthFlow, { flows }: Known): AuthFlow[] {
  const own = requestOf(flow)?.exchange.url;
  return flows
    .slice(0, Math.max(0, flows.indexOf(flow)))
    .filter(
      (other) =>
        other.issuer === flow.issuer &&
        other.clientId === flow.clientId &&
        requestOf(other)?.exchange.url !== own,
    );
}

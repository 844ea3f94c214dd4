import { text } from '../../text.js';
import type { FlowRule } from '../rule.js';

export const oidcNonceMismatch: FlowRule = {
  id: 'oidc-nonce-mismatch',
  subject: 'flow',
  applies: { protocols: ['oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: 'medium',
  title: 'The ID token does not name the nonce of its request',
  why:
    'The client asked for an ID token with a certain nonce and got one without it, or with ' +
    'another: it may have been made for another login. A client that does not compare takes ' +
    'it all the same.',
  fix:
    'Compare before the user counts as logged in, and stop where they differ:\n\n' +
    "    if (claims.nonce !== session.nonce) throw new Error('nonce');\n\n" +
    'A server that gives no nonce back breaks the standard; libraries refuse its tokens.',
  breaks:
    'Logins at a server that drops the nonce: have it mended first. Clients that send the nonce ' +
    'as a hash must compare the hash.',
  references: [
    'OpenID Connect Core §3.1.3.7',
    'OpenID Connect Core §2',
    'OWASP ASVS 5.0 V10.5.1',
    'CWE-294',
  ],
  strength: 'ID tokens name the nonce of their request.',
  check(flow) {
    if (!flow.nonce) return 'does-not-apply';
    if (flow.nonceMatches === undefined) return 'unknown';
    if (flow.nonceMatches) return [];
    const exchange = flow.steps.find(({ detail }) =>
      String(detail.gave).includes('id_token'),
    )?.exchange;
    return [
      {
        text: text(
          'evidence_oidc_nonce_mismatch',
          'The ID token that came has another nonce than the request, or none.',
        ),
        ...(exchange && { exchange }),
      },
    ];
  },
};

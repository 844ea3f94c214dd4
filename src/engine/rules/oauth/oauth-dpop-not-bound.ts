import { text } from '../../text.js';
import { tellWord } from '../../values/telling/redact.js';
import type { FlowRule } from '../rule.js';

export const oauthDpopNotBound: FlowRule = {
  id: 'oauth-dpop-not-bound',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'] },
  severity: 'medium',
  title: 'The token is not bound, though the client proved its key (DPoP)',
  why:
    'The client sends a DPoP proof with the token request, and gets a plain bearer token all the ' +
    'same: the server did not look at the proof, and whoever steals the token can use it.',
  fix:
    'Turn DPoP on for this client at the authorization server, and look at what comes back:\n\n' +
    '    { "token_type": "DPoP", "access_token": "..." }\n\n' +
    'A client that needs the binding must refuse a token of another type.',
  breaks:
    'APIs that take the token have to know DPoP (a proof with each request): change them first, ' +
    'or they refuse it.',
  references: [
    'RFC 9449 §5',
    'OWASP ASVS 5.0 V10.3.5',
    'OWASP ASVS 5.0 V10.4.14',
    'RFC 9700 §2.2.1',
    'RFC 9700 §4.10.1',
  ],
  strength: 'Access tokens are bound to a key of the client (DPoP): stolen ones are worthless.',
  check(flow) {
    if (!flow.dpop) return 'does-not-apply';
    const given = flow.steps.filter(({ detail }) => detail.tokenType !== undefined);
    if (given.length === 0) return 'unknown';
    const plain = given.find(({ detail }) => !/^dpop$/i.test(String(detail.tokenType)));
    if (!plain || flow.deviceBound) return [];
    return [
      {
        text: text('evidence_oauth_dpop_not_bound', 'The token came with token_type {type}.', {
          type: tellWord(String(plain.detail.tokenType)),
        }),
        exchange: plain.exchange,
      },
    ];
  },
};

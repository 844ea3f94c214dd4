import { text } from '../../text.js';
import { withMade } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest, responseTypes, wasSeenWhole } from './request.js';

export const oidcMissingNonce: FlowRule = {
  id: 'oidc-missing-nonce',
  subject: 'flow',
  applies: { protocols: ['oidc'], grants: ['implicit', 'hybrid'] },
  severity: 'medium',
  title: 'The ID token can be one of another login (no nonce)',
  why:
    'The ID token comes back through the browser, and without a nonce nothing in it says for ' +
    'which login it was made. Whoever got hold of one can present it again and is logged ' +
    'in as that user.',
  fix:
    'Send a random value with the request, keep it in the session, and compare it with the ' +
    'claim nonce:\n\n' +
    '    nonce=<16 random bytes in base64url>\n\n' +
    'Where ID tokens come in an address the standard demands it, and servers must refuse without.',
  breaks:
    'Nothing at the server, which copies the value into the ID token. Keep one for each login, ' +
    'or two tabs that log in at once disturb each other.',
  references: [
    'OpenID Connect Core §3.2.2.1',
    'OpenID Connect Core §3.3.2.11',
    'OWASP ASVS 5.0 V10.5.1',
    'CWE-294',
  ],
  request: (draft) => withMade(draft, 'nonce', 'random'),
  check(flow) {
    if (!responseTypes(flow).includes('id_token')) return 'does-not-apply';
    if (flow.nonce) return [];
    if (!wasSeenWhole(flow)) return 'unknown';
    return [
      {
        text: text(
          'evidence_oidc_missing_nonce',
          'The request asks for an ID token in the answer, and has no nonce.',
        ),
        ...atRequest(flow),
      },
    ];
  },
};

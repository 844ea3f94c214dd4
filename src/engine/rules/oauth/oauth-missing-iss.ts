import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost } from '../../values/telling/redact.js';
import type { FlowRule } from '../rule.js';
import { answerOf, responseTypes } from './request.js';

export const oauthMissingIss: FlowRule = {
  id: 'oauth-missing-iss',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'implicit', 'hybrid'] },
  severity: 'info',
  title: 'The answer does not say whose it is (no iss)',
  why:
    'This site lets users log in at several authorization servers, by one redirect address. ' +
    'Where answers do not name their server, one of them that is in bad hands can have codes of ' +
    'another sent to itself (mix-up).',
  fix:
    'Have the authorization server name itself in its answers, and compare it with the one ' +
    'that was asked:\n\n' +
    '    iss=https%3A%2F%2Flogin.example.com\n\n' +
    'Where a server cannot, give each of them a redirect address of its own, and check that it ' +
    'is the right one.',
  breaks:
    'Clients that refuse parameters they do not know; the standard tells them to ignore these.',
  references: ['RFC 9207 §2', 'RFC 9700 §4.4.2', 'OWASP ASVS 5.0 V10.2.2'],
  strength: 'Answers name the authorization server that gave them (iss).',
  check(flow, known) {
    if (flow.issuerNamed) return [];
    // An ID token in the answer names the issuer as well.
    if (!answerOf(flow) || flow.issuerNamed === undefined) return 'unknown';
    if (responseTypes(flow).includes('id_token') || !hasOthers(flow, known))
      return 'does-not-apply';
    return [
      {
        text: text(
          'evidence_oauth_missing_iss',
          'The answer of {issuer} has no iss, and the same redirect address takes ' +
            'answers of others.',
          { issuer: tellHost(flow.issuer) },
        ),
        ...(answerOf(flow) && { exchange: answerOf(flow)?.exchange }),
      },
    ];
  },
};

/** True where the same redirect address takes answers of a server of other people. */
function hasOthers({ issuer, redirectUri }: AuthFlow, { flows }: Known): boolean {
  return flows.some(
    (other) =>
      other.redirectUri !== undefined &&
      other.redirectUri === redirectUri &&
      siteOf(other.issuer) !== siteOf(issuer),
  );
}

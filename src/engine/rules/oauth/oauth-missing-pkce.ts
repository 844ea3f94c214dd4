import type { AuthFlow } from '../../flows/flow.js';
import type { Severity } from '../../model.js';
import { text } from '../../text.js';
import { withPkce } from '../request-draft.js';
import type { FlowRule } from '../rule.js';
import { atRequest, redeemerOf, wasSeenWhole } from './request.js';

export const oauthMissingPkce: FlowRule = {
  id: 'oauth-missing-pkce',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'hybrid'] },
  severity: byClient,
  grading:
    'High where a page or an app redeems the code; medium where a server does and nothing else ' +
    'ties the answer to the request; else low. A server that checks the nonce of OpenID Connect ' +
    'can do without.',
  title: 'A stolen code can be redeemed by anybody (no PKCE)',
  why:
    'The code travels through the browser, in an address. Without PKCE whoever gets hold of it ' +
    'can redeem it, or slip a stolen one into a login of their own; with it the code is worth ' +
    'nothing to others.',
  fix:
    'Make a random code_verifier for each login, and send its hash with the request:\n\n' +
    '    code_challenge=BASE64URL(SHA256(code_verifier))&code_challenge_method=S256\n\n' +
    'Send code_verifier itself with the token request. Nearly every library does both ' +
    'by one setting.',
  breaks:
    'Nothing at a server that knows PKCE; one that does not ignores the parameters. The verifier ' +
    'has to outlive the redirect: keep it in the session or in sessionStorage.',
  references: [
    'RFC 9700 §2.1.1',
    'RFC 7636 §1',
    'OWASP ASVS 5.0 V10.4.6',
    'CWE-294',
    'RFC 10017 §6.3.2.1',
  ],
  strength: 'Codes are bound to the client that asked for them (PKCE).',
  request: withPkce,
  check(flow) {
    if (!wasSeenWhole(flow) || flow.pkce === undefined) return 'unknown';
    if (flow.pkce !== 'none') return [];
    const redeemer = redeemerOf(flow);
    if (flow.protocol === 'oidc' && flow.nonce) {
      // RFC 9700 §4.5.3.2
      if (redeemer === 'server') return 'does-not-apply';
      if (redeemer === 'unknown') return 'unknown';
    }
    return [{ text: REDEEMED[redeemer](), ...atRequest(flow) }];
  },
};

const REDEEMED = {
  page: () =>
    text(
      'evidence_oauth_missing_pkce_page',
      'The authorization request has no code_challenge, and the page redeems the code.',
    ),
  app: () =>
    text(
      'evidence_oauth_missing_pkce_app',
      'The authorization request has no code_challenge, and an app of the device redeems the code.',
    ),
  server: () =>
    text(
      'evidence_oauth_missing_pkce_server',
      'The authorization request has no code_challenge; a server seems to redeem the code.',
    ),
  unknown: () =>
    text(
      'evidence_oauth_missing_pkce',
      'The authorization request has no code_challenge; who redeems the code was not seen.',
    ),
};

function byClient(flow: AuthFlow): Severity {
  const redeemer = redeemerOf(flow);
  if (redeemer === 'page' || redeemer === 'app') return 'high';
  return redeemer === 'server' && !flow.state ? 'medium' : 'low';
}

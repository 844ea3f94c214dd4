import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { domainOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost } from '../../values/telling/redact.js';
import { withMade, withPkce, withValue } from '../request-draft.js';
import type { FlowRule } from '../rule.js';

export const oauthPasswordGrant: FlowRule = {
  id: 'oauth-password-grant',
  subject: 'flow',
  applies: {
    protocols: ['oauth', 'oidc'],
    grants: ['password', 'authorization-code', 'device-code'],
  },
  severity: byClient,
  grading:
    'High where a page of another site takes the password; low where a site asks its own users ' +
    'on its own pages; else medium.',
  title: 'The app takes the password itself (password grant)',
  why:
    'With the password grant the app sees the user’s password, which opens everything and not ' +
    'only what the app needs. A second factor, a passkey or single sign-on cannot work this way, ' +
    'and users learn to type their password anywhere.',
  fix:
    'Send the user to the authorization server, and let it ask:\n\n' +
    '    response_type=code&code_challenge=...&code_challenge_method=S256\n\n' +
    'A site that only logs in its own users needs no OAuth for that: a session cookie does it.',
  breaks:
    'Apps that log in without a browser, such as scripts and tests: give these a grant of their ' +
    'own (device code, client credentials) before the password grant is turned off.',
  references: ['RFC 9700 §2.4', 'OWASP ASVS 5.0 V10.4.4', 'CWE-522', 'RFC 10017 §7.3'],
  strength: 'No app asked an authorization server for tokens with the user’s password.',
  request(draft) {
    const asked = withValue(draft, 'response_type', 'code');
    const back = withMade(asked, 'redirect_uri', 'an address of the app that is registered');
    return withPkce(withMade(back, 'state', 'random'));
  },
  check(flow) {
    if (flow.grant !== 'password') return [];
    const step = flow.steps.find(({ kind }) => kind === 'token-request');
    return [
      {
        text: text(
          'evidence_oauth_password_grant',
          'A name and a password were sent to {issuer} with grant_type=password.',
          { issuer: tellHost(flow.issuer) },
        ),
        ...(step && { exchange: step.exchange }),
      },
    ];
  },
};

function byClient({ issuer, steps }: AuthFlow, known: Known): Severity {
  const id = steps.find(({ kind }) => kind === 'token-request')?.exchange.id;
  const page = known.exchanges.find(({ ref }) => ref.id === id)?.pageSite;
  if (page === undefined) return 'medium';
  return domainOf(page) === domainOf(issuer) ? 'low' : 'high';
}

import type { AuthFlow, FlowTold } from '../../flows/flow.js';
import type { Severity } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost } from '../../values/telling/redact.js';
import type { Evidence, FlowRule } from '../rule.js';
import { answerOf } from './request.js';

export const oauthCodeInReferer: FlowRule = {
  id: 'oauth-code-in-referer',
  subject: 'flow',
  applies: { protocols: ['oauth', 'oidc'], grants: ['authorization-code', 'hybrid'] },
  severity: byLoss,
  grading:
    'High for a code without PKCE that another site was told; low where PKCE makes it worthless ' +
    'to others, or where only another host of the same site was told; info for the state alone.',
  title: 'The page that gets the code tells its address to others',
  why:
    'The page at the redirect address loads things from elsewhere, and its whole address went ' +
    'along in the Referer header: with the code, or the state, of this login. Others can redeem ' +
    'the one, and forge with the other.',
  fix:
    'Have the redirect address answer with nothing but a redirect to a clean address; else ' +
    'send with it:\n\n' +
    '    Referrer-Policy: no-referrer\n\n' +
    'Load nothing of others on that page: no analytics, no advertising, no fonts.',
  breaks:
    'Analytics lose where this one page’s visitors came from. Checks that want a Referer for the ' +
    'requests of that page must take Origin instead.',
  references: [
    'RFC 9700 §4.2',
    'W3C Referrer Policy',
    'CWE-598',
    'CWE-200',
    'OWASP ASVS 5.0 V3.4.5',
  ],
  check(flow) {
    const told = flow.told ?? [];
    if (told.length === 0) return answerOf(flow) ? [] : 'unknown';
    return told.map((one): Evidence => ({ text: saidOf(one), exchange: one.exchange }));
  },
};

function saidOf({ name, origin }: FlowTold) {
  const values = { origin: tellHost(origin) };
  return name === 'code'
    ? text('evidence_oauth_code_in_referer', 'The code was told to {origin}.', values)
    : text('evidence_oauth_state_in_referer', 'The state was told to {origin}.', values);
}

function byLoss(flow: AuthFlow): Severity {
  const codes = (flow.told ?? []).filter(({ name }) => name === 'code');
  if (codes.length === 0) return 'info';
  const home = siteOf(flow.redirectUri ?? '');
  const within = codes.every(({ origin }) => siteOf(origin) === home);
  return within || flow.pkce === 'S256' ? 'low' : 'high';
}

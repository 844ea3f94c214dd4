import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import { originOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { SiteRule } from '../rule.js';
import { loginsAt, requestOf } from './request.js';

export const oauthAuthorizationFramable: SiteRule = {
  id: 'oauth-authorization-framable',
  subject: 'site',
  severity: 'medium',
  title: 'The page that asks for consent can be put into a frame',
  why:
    'Any site can show the pages of this authorization server invisibly over its own, and have ' +
    'users click “Allow” while they think that they click something else.',
  fix:
    'Send with every page of the authorization server:\n\n' +
    "    Content-Security-Policy: frame-ancestors 'none'\n\n" +
    'Name the sites that may frame it, where some must. X-Frame-Options: DENY is for old ' +
    'browsers only.',
  breaks:
    'Silent logins and session checks in frames (prompt=none, check_session_iframe): leave the ' +
    'policy off for these addresses alone, as they show nothing to click.',
  references: ['RFC 9700 §4.16', 'RFC 6749 §10.13', 'OWASP ASVS 5.0 V3.4.6', 'CWE-1021'],
  strength: 'Pages that ask for consent cannot be put into a frame.',
  check({ site }, known) {
    const flows = loginsAt(site, known);
    if (flows.length === 0) return 'does-not-apply';
    const pages = flows.flatMap((flow) => pagesOf(flow, known));
    const seen = pages.filter(({ facts }) => facts?.framing !== 'unknown');
    if (seen.length === 0) return 'unknown';
    const open = seen.find(({ facts }) => facts?.framing === 'anybody');
    if (!open) return [];
    return [
      {
        text: text(
          'evidence_oauth_authorization_framable',
          'The page {request} has neither frame-ancestors nor X-Frame-Options.',
          { request: tellRequest(open.ref) },
        ),
        exchange: open.ref,
      },
    ];
  },
};

/**
 * Pages of the authorization server between request and answer; the last of a form_post only sends
 * it.
 */
function pagesOf(flow: AuthFlow, { exchanges }: Known): LoggedExchange[] {
  const from = requestOf(flow)?.at;
  const answer = flow.steps.find(({ kind }) => kind === 'authorization-response');
  if (from === undefined || !answer) return [];
  const pages = exchanges.filter(
    ({ at, ref, facts }) =>
      at >= from &&
      at <= answer.at &&
      facts?.framing !== undefined &&
      originOf(ref.url) === flow.issuer,
  );
  return answer.detail.mode === 'form_post' ? pages.slice(0, -1) : pages;
}

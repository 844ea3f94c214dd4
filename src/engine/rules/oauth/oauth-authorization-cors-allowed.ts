import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { text } from '../../text.js';
import type { CorsGrant } from '../../trail/cors.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import type { SiteRule, SiteSubject } from '../rule.js';
import { loginsAt } from './request.js';

export const oauthAuthorizationCorsAllowed: SiteRule = {
  id: 'oauth-authorization-cors-allowed',
  subject: 'site',
  severity: byGrant,
  grading: 'Medium where scripts may send the user’s cookies along; else low.',
  title: 'Scripts of other sites may read the authorization endpoint',
  why:
    'The authorization endpoint is for the browser to go to, never for scripts to call. Where ' +
    'CORS lets them, a page can try requests unseen and read what comes back.',
  fix:
    'Send CORS headers only from the endpoints that scripts do call, such as the token endpoint, ' +
    'and name there whom they are for:\n\n' +
    '    Access-Control-Allow-Origin: https://app.example.com\n    Vary: Origin\n\n' +
    'A header that a proxy adds to everything has to be narrowed to those paths.',
  breaks:
    'Clients that call the authorization endpoint by fetch(): that cannot work reliably, and ' +
    'they should navigate.',
  references: ['RFC 9700 §2.6', 'OWASP ASVS 5.0 V3.4.2', 'CWE-942'],
  check({ site }, known) {
    if (loginsAt(site, known).length === 0) return 'does-not-apply';
    const requests = requestsAt(site, known).filter(
      ({ facts }) => facts && facts.cors !== 'unknown',
    );
    if (requests.length === 0) return 'unknown';
    const open = requests.find((one) => grantOf(one));
    if (!open) return [];
    return [
      {
        text: text(
          'evidence_oauth_authorization_cors',
          'The answer to the authorization request lets scripts of other origins read it.',
        ),
        exchange: open.ref,
      },
    ];
  },
};

function requestsAt(site: string, known: Known): LoggedExchange[] {
  const ids = new Set(
    loginsAt(site, known).flatMap(({ steps }) =>
      steps.flatMap(({ kind, exchange }) =>
        kind === 'authorization-request' ? [exchange.id] : [],
      ),
    ),
  );
  return known.exchanges.filter(({ ref }) => ids.has(ref.id));
}

/** What lets others read it; one that names an origin for good may name its own. */
function grantOf({ facts }: LoggedExchange): CorsGrant | undefined {
  const cors = facts?.cors;
  if (typeof cors !== 'object' || cors.from === 'same-origin') return undefined;
  return cors.origin === 'any' || cors.origin === 'reflected' ? cors : undefined;
}

function byGrant({ site }: SiteSubject, known: Known): Severity {
  const grants = requestsAt(site, known).map(grantOf);
  return grants.some((one) => one?.credentials && one.origin === 'reflected') ? 'medium' : 'low';
}

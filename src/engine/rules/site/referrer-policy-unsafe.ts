import type { Known } from '../../known.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import { restsOnItsName } from '../confidence.js';
import type { SiteRule } from '../rule.js';
import { requestsTo } from './users-request.js';

export const referrerPolicyUnsafe: SiteRule = {
  id: 'referrer-policy-unsafe',
  subject: 'site',
  severity: 'medium',
  title: 'A page tells other sites its address, with a secret in it',
  why:
    'By themselves browsers tell other sites only the host that a request comes from. This ' +
    'page’s Referrer-Policy has them tell the whole address, and there is a credential in it.',
  fix:
    'Take the credential out of the address. Until then, and for whatever else stands in ' +
    'addresses, send:\n\n' +
    '    Referrer-Policy: strict-origin-when-cross-origin\n\n' +
    'For pages with a one-time link, no-referrer.',
  breaks:
    'Statistics and partners that read the full Referer of other sites: they see the host alone. ' +
    'Protection by Referer of old frameworks needs at least same-origin.',
  references: ['CWE-200', 'OWASP ASVS 5.0 V3.4.5', 'OWASP ASVS 5.0 V14.2.1', 'W3C Referrer Policy'],
  check({ site }, known) {
    const pages = requestsTo(site, known)
      .filter(isPage)
      .flatMap((one) => {
        const name = secretIn(one, known);
        return name === undefined ? [] : [{ one, name }];
      });
    if (pages.length === 0) return 'does-not-apply';
    const seen = pages.filter(({ one }) => one.facts?.cors !== 'unknown');
    if (seen.length === 0) return 'unknown';
    const open = seen.find(({ one }) => one.facts?.wholeReferrer);
    if (!open) return [];
    const values = { request: tellRequest(open.one.ref), name: tellName(open.name) };
    return [
      {
        text: text(
          'evidence_referrer_policy_unsafe',
          'The address of {request} has a credential in {name}, and other sites are ' +
            'told all of it.',
          values,
        ),
        exchange: open.one.ref,
      },
    ];
  },
};

function isPage({ facts }: LoggedExchange): boolean {
  return (facts?.type === 'document' || facts?.type === 'frame') && facts.outcome === 'ok';
}

/** What logs in and stood in the address of this very page. */
function secretIn({ carried, ref }: LoggedExchange, known: Known): string | undefined {
  const page = pageAddress(ref.url);
  return carried
    .flatMap((id) => known.byId(id) ?? [])
    .filter((one) => logsIn(one) && !restsOnItsName(one))
    .flatMap(({ sightings }) => sightings)
    .find(
      ({ carrier, direction, firstExchange, lastExchange }) =>
        carrier === 'url' &&
        direction === 'sent' &&
        [firstExchange, lastExchange].some((at) => at && pageAddress(at.url) === page),
    )?.locator;
}

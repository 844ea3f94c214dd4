import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Severity } from '../../model.js';
import { domainOf } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import type { CorsGrant } from '../../trail/cors.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { tellHost, tellList, tellRequest } from '../../values/telling/redact.js';
import type { SiteRule, SiteSubject } from '../rule.js';
import { ambientOf, isUsers, requestsTo } from './users-request.js';

/** One other site, or two, may be partners that are named in a list. */
const NO_LIST = 3;

export const corsCredentialsReflected: SiteRule = {
  id: 'cors-credentials-reflected',
  subject: 'site',
  severity: ({ site }, known) => byGrants(grantsAt(site, known)),
  grading:
    'High for the origin “null”, which every sandboxed frame has; medium where three or more ' +
    'sites that have nothing to do with this one may read; low for two, which may ' +
    'stand in a list.',
  title: 'Other sites may read answers that are for the user alone',
  why:
    'The answer repeats whatever origin asked, and lets its scripts read it with the user’s ' +
    'cookies. Then any page that the user opens can fetch what the user sees here: data, and ' +
    'tokens against forgery.',
  fix:
    'Compare the origin with a list, whole and letter by letter, and answer nothing to others, ' +
    'nor to “null”:\n\n' +
    "    const partners = new Set(['https://app.example.com']);\n" +
    '    if (partners.has(request.headers.origin)) {\n' +
    "      response.setHeader('Access-Control-Allow-Origin', request.headers.origin);\n" +
    "      response.setHeader('Access-Control-Allow-Credentials', 'true');\n" +
    '    }\n' +
    "    response.setHeader('Vary', 'Origin');\n\n" +
    'What is public needs no credentials: there * is right.',
  breaks:
    'Partners and previews that rely on it without being known. Log the origins that ask with ' +
    'credentials for some weeks, and put those into the list that belong there.',
  references: ['CWE-942', 'OWASP ASVS 5.0 V3.4.2', 'OWASP WSTG-CLNT-07', 'WHATWG Fetch'],
  needsTrial: true,
  check({ site }, known) {
    const grants = grantsAt(site, known);
    if (grants.length === 0) return 'does-not-apply';
    const toNobody = grants.find(({ cors }) => cors.origin === 'null');
    if (toNobody)
      return [
        {
          text: text(
            'evidence_cors_null',
            '{request} lets the origin “null” read the answer, which came with {host}’s ' +
              'cookies of the user.',
            { request: tellRequest(toNobody.exchange.ref), host: tellHost(site) },
          ),
          exchange: toNobody.exchange.ref,
        },
      ];
    const foreign = foreignIn(grants);
    if (foreign.length < 2) return foreign.length === 1 ? 'unknown' : [];
    const { ref } = grants.find(({ cors }) => cors.asking === foreign[0])!.exchange;
    return [
      {
        text: text(
          'evidence_cors_reflected',
          '{request} and others let each of these sites read the user’s answers: {sites}.',
          { request: tellRequest(ref), sites: tellList(foreign.map(tellHost), 5) },
        ),
        exchange: ref,
      },
    ];
  },
};

interface Grant {
  readonly exchange: LoggedExchange;
  readonly cors: CorsGrant;
}

/**
 * Answers of the user's that scripts of others may read; of partners in a login that is meant to
 * be.
 */
function grantsAt(site: SiteSubject['site'], known: Known): Grant[] {
  return requestsTo(site, known).flatMap((exchange) => {
    const cors = exchange.facts?.cors;
    if (typeof cors !== 'object' || !cors.credentials || cors.origin === 'any') return [];
    if (exchange.facts?.outcome !== 'ok' || !isUsers(exchange, known)) return [];
    if (ambientOf(exchange, known).length === 0) return [];
    const isKin = cors.asking !== undefined && areKin(site, cors.asking, known.flows);
    return isKin ? [] : [{ exchange, cors }];
  });
}

/** The same domain by another scheme, or the two sides of one login. */
function areKin(site: string, asking: string, flows: readonly AuthFlow[]): boolean {
  const [own, other] = [domainOf(site), domainOf(asking)];
  return (
    own === other ||
    flows.some(({ issuer, redirectUri, steps }) => {
      const sides = [issuer, redirectUri ?? '', ...steps.map(({ exchange }) => exchange.url)];
      const domains = new Set(sides.map(domainOf));
      return domains.has(own) && domains.has(other);
    })
  );
}

function foreignIn(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap(({ cors }) => cors.asking ?? []))];
}

function byGrants(grants: readonly Grant[]): Severity {
  if (grants.some(({ cors }) => cors.origin === 'null')) return 'high';
  return foreignIn(grants).length < NO_LIST ? 'low' : 'medium';
}

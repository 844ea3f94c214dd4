import type { AuthFlow, FlowStep } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Credential, Sighting } from '../../model.js';
import { coversHost } from '../../cookies/cookie-verdict.js';
import { domainOf, parseUrl } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { tellHost, tellRequest } from '../../values/telling/redact.js';
import type { Evidence } from '../rule.js';

/**
 * Times that a cookie was sent on behalf of pages of another site; http and https of one are the
 * same here.
 */
export function crossSiteUses({ sightings }: Credential): Sighting[] {
  return sightings.filter(
    ({ carrier, direction, origin, pageSite }) =>
      carrier === 'cookie' &&
      direction === 'sent' &&
      pageSite !== undefined &&
      domainOf(pageSite) !== domainOf(origin),
  );
}

/** What was seen for which a cookie must go with requests that other sites cause. */
export function crossSiteNeeds(credential: Credential, known: Known): Evidence[] {
  return [
    ...crossSiteUses(credential).slice(0, 1).map(embedded),
    ...returnsByPost(credential, known).slice(0, 1),
    ...serversOfLogins(credential, known).slice(0, 1),
  ];
}

function embedded({ origin, pageSite = '', lastExchange }: Sighting): Evidence {
  const said = text(
    'evidence_cookie_sent_embedded',
    'Pages of {page} send it to {origin}, which only SameSite=None allows.',
    { page: tellHost(pageSite), origin: tellHost(origin) },
  );
  return { text: said, exchange: lastExchange };
}

/** OIDC's form_post and SAML's POST binding come back by a form that another site submits. */
function returnsByPost(credential: Credential, known: Known): Evidence[] {
  return known.flows
    .flatMap((flow) => flow.steps.filter((step) => isReturnByPost(flow, step)))
    .filter(({ exchange }) => covers(credential, exchange.url))
    .map(({ exchange }) => ({
      text: text(
        'evidence_cookie_login_by_post',
        'A login at another site comes back to its host by POST: {request}.',
        { request: tellRequest(exchange) },
      ),
      exchange,
    }));
}

/**
 * What a server of logins posts to itself is no return. Of SAML often the response alone is seen.
 */
function isReturnByPost({ issuer, protocol }: AuthFlow, { kind, exchange }: FlowStep): boolean {
  const isElsewhere = domainOf(exchange.url) !== domainOf(issuer);
  const isPosted = kind.endsWith('-response') && exchange.method === 'POST';
  return isPosted && (isElsewhere || protocol === 'saml' || protocol === 'ws-federation');
}

/**
 * Clients post their requests to such a server, and ask it in frames whether their user is still
 * logged in.
 */
function serversOfLogins(credential: Credential, known: Known): Evidence[] {
  return known.flows.flatMap((flow) => {
    const { issuer, steps } = flow;
    const client = clientOf(flow);
    if (client === undefined || !covers(credential, issuer)) return [];
    const said = text(
      'evidence_cookie_of_login_server',
      'Its host {issuer} logs users in for {client}, whose pages may ask it in a frame or by POST.',
      { issuer: tellHost(issuer), client: tellHost(parseUrl(client)?.origin ?? '') },
    );
    return [{ text: said, exchange: steps[0]?.exchange }];
  });
}

/** Where a login goes back to, if that is another site than the one that logs in. */
function clientOf({ issuer, redirectUri, steps }: AuthFlow): string | undefined {
  const answered = steps.find(({ kind }) => kind.endsWith('-response'))?.exchange.url;
  const client = redirectUri ?? answered;
  return client !== undefined && domainOf(client) !== domainOf(issuer) ? client : undefined;
}

function covers({ attributes, host }: Credential, url: string): boolean {
  const target = parseUrl(url)?.hostname ?? '';
  const { domain = host, hostOnly = true } = attributes ?? {};
  return coversHost({ domain, hostOnly }, target);
}

import { domainOf } from '../../normalize/addresses/site.js';
import type { AuthFlow } from '../../flows/flow.js';
import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Role, Sighting } from '../../model.js';

const GIVEN: readonly Role[] = ['access-token', 'id-token'];

/**
 * `shop.example` and `shop.test`, `shopcdn.example`, `api-shop.example`: by their names one
 * product's.
 */
export function isNamesake(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((domain) => domain.split('.', 1)[0] ?? '');
  // Of addresses the first number says nothing.
  if (!/[a-z]/.test(a) || !/[a-z]/.test(b)) return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && (long.startsWith(short) || long.endsWith(short));
}

/**
 * Domains that had the token before it was sent there: its home, its issuer (whose response brought
 * it) and the client on whose behalf it was fetched. An echo in the answer does not count.
 */
export function knownDomains(credential: Credential, use: Pick<Sighting, 'firstAt'>): Set<string> {
  const earlier = credential.sightings.filter(
    (s) => s.direction === 'received' && s.firstAt < use.firstAt,
  );
  const sites = [credential.site, ...earlier.flatMap((s) => [s.site, s.pageSite ?? s.site])];
  return new Set(sites.map((site) => domainOf(site) ?? site));
}

/** A service gave it to the page of another site, for which it logs people in. */
export function isGivenAbroad({ sightings }: Credential): boolean {
  return sightings.some(
    ({ direction, site, pageSite }) =>
      direction === 'received' && pageSite !== undefined && domainOf(pageSite) !== domainOf(site),
  );
}

/**
 * True where the answer gave tokens for a refresh token: only the server that it is for can do that
 * (RFC 6749 §6).
 */
export function isRedeemed(
  { role }: Credential,
  { exchange }: { exchange?: ExchangeRef | undefined },
  known: Known,
): boolean {
  if (role !== 'refresh-token' || !exchange) return false;
  const isGivenThen = ({ direction, firstExchange, lastExchange }: Sighting) =>
    direction === 'received' &&
    [firstExchange, lastExchange].some((one) => one?.id === exchange.id);
  const given = GIVEN.flatMap((one) => known.byRole(one));
  return given.some(({ sightings }) => sightings.some(isGivenThen));
}

/**
 * Domains of the servers at which this credential's site, as a client, logs its users in: what they
 * gave it where nobody could read the answer goes back to them (UserInfo, OpenID Connect Core
 * §5.3.1).
 */
export function providerDomains(
  { site, sightings }: Credential,
  flows: readonly AuthFlow[],
): Set<string> {
  if (sightings.some(({ direction }) => direction === 'received')) return new Set();
  const home = domainOf(site);
  const own = flows.filter(({ redirectUri }) => domainOf(redirectUri ?? '') === home);
  return new Set(own.flatMap(({ issuer }) => domainOf(issuer) ?? []));
}

/**
 * Domains of the clients to which this credential's site, as a provider, hands its tokens: the
 * redirect URIs of its flows (RFC 6749 §4.2.2, OpenID Connect Core §3.2.2.5).
 */
export function clientDomains({ site }: Credential, flows: readonly AuthFlow[]): Set<string> {
  const home = domainOf(site);
  const own = flows.filter(({ issuer }) => domainOf(issuer) === home);
  return new Set(own.flatMap(({ redirectUri }) => domainOf(redirectUri ?? '') ?? []));
}

import { innerToken } from '../../credentials/value-index.js';
import type { Credential, DecodedJwt, ExchangeRef, Millis, Sighting } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { sentExplicitly, toLocal } from '../sent.js';

/** RFC 9101 §2.1: an authorization request as a JWT, which logs nobody in. */
const REQUEST_OBJECT = /^\/?request$/;
/** Types that have no `exp` by their own standards: RFC 9449 §4.2, RFC 8417 §2.2, OIDC logout. */
const WITHOUT_EXP: ReadonlySet<unknown> = new Set(['dpop+jwt', 'secevent+jwt', 'logout+jwt']);
const RENEWED: ReadonlySet<string> = new Set(['issued', 'rotated', 'refreshed']);

/** The compact JWS or JWE that a credential's value is, or holds. */
export function compactOf({ value }: Credential): string {
  return innerToken(value);
}

/** True for what was seen as the `request` parameter of an authorization request alone. */
export function isRequestObject({ sightings }: Credential): boolean {
  return (
    sightings.length > 0 &&
    sightings.every(({ carrier, locator }) => carrier !== 'cookie' && REQUEST_OBJECT.test(locator))
  );
}

/** True for a kind of token that has no `exp`, because it is used once. */
export function needsNoEnd({ header }: DecodedJwt): boolean {
  return WITHOUT_EXP.has(header['typ']);
}

/** True where the header says that there is no signature, in any casing. */
export function saysNone({ header }: DecodedJwt): boolean {
  const { alg } = header;
  return typeof alg === 'string' && alg.toLowerCase() === 'none';
}

/** Who issued it, where that is an address. */
export function issuerUrlOf({ claims }: DecodedJwt): URL | undefined {
  const { iss } = claims;
  return typeof iss === 'string' && iss.includes('://') ? parseUrl(iss) : undefined;
}

/** When the value that a credential has now took its place. */
export function valueSince({ life, firstSeen }: Credential): Millis {
  return Math.max(
    firstSeen,
    ...life.filter(({ type }) => RENEWED.has(type)).map(({ lastAt }) => lastAt),
  );
}

/** Where its present value was sent, by whatever carrier. */
export function usesOfNow(credential: Credential): Sighting[] {
  const since = valueSince(credential);
  return credential.sightings.filter(
    ({ direction, lastAt }) => direction === 'sent' && lastAt >= since,
  );
}

/** Where somebody's code sent it, the machine itself left out. */
export function sentAbroad(credential: Credential): Sighting[] {
  return sentExplicitly(credential).filter((use) => !toLocal(use));
}

/** One use for each host, whatever the port. */
export function byHost(uses: readonly Sighting[]): Sighting[] {
  const hosts = new Map(uses.map((use) => [parseUrl(use.origin)?.hostname ?? use.origin, use]));
  return [...hosts.values()];
}

/** A redirect is no success: it usually leads to the login page. */
export function succeeded(exchange: ExchangeRef | undefined): boolean {
  const status = exchange?.status ?? 0;
  return (status >= 200 && status < 300) || status === 304;
}

/**
 * True where nobody gave or kept a token, and every server refused it: somebody tries what a server
 * accepts.
 */
export function isRefusedTrial({ sightings }: Credential): boolean {
  return (
    sightings.length > 0 &&
    sightings.every(({ direction, lastExchange }) => {
      const status = lastExchange?.status;
      return direction === 'sent' && status !== undefined && status >= 400 && status < 500;
    })
  );
}

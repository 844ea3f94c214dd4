import type { Credential } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { isAccepted } from './login-signs.js';
import type { LinkedExchange } from '../linked-exchange.js';
import type { LoginStep } from './login-step.js';
import { SENDS } from '../../methods.js';

/**
 * A login by a service elsewhere whose script told the page who somebody is: the page hands its
 * server the ID token (OpenID Connect Core §2; Google's `credential`), and the server gives what is
 * its own.
 */
export function loginByIdentity(
  { exchange, context: { ref }, set }: LinkedExchange,
  gave: readonly string[],
  carried: readonly Credential[],
): LoginStep[] {
  if (!SENDS.has(exchange.method) || gave.length === 0 || !isAccepted(exchange, true)) return [];
  const isBrought = carried.some(
    (one) => isIdentityFor(one, exchange.url) && isInBody(one, ref.id),
  );
  return isBrought ? [{ login: ref, at: exchange.startedAt, set, first: true }] : [];
}

function isInBody({ sightings }: Credential, exchangeId: string): boolean {
  return sightings.some(
    ({ carrier, direction, lastExchange }) =>
      carrier === 'body' && direction === 'sent' && lastExchange?.id === exchangeId,
  );
}

/** Another site says who somebody is, and to whom it says so. */
function isIdentityFor({ jwt }: Credential, url: string): boolean {
  const { iss, sub, aud } = jwt?.claims ?? {};
  const issuer = typeof iss === 'string' ? parseUrl(iss) : undefined;
  const isOfOther = issuer !== undefined && siteOf(issuer.href) !== siteOf(url);
  return isOfOther && sub !== undefined && aud !== undefined;
}

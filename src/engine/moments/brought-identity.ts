import type { Credential, Millis } from '../model.js';
import { parseUrl, siteOf } from '../normalize/site.js';
import { isAccepted } from './login-signs.js';
import type { LinkedExchange } from './linked-exchange.js';
import type { LoginStep } from './login-step.js';
import { SENDS } from './watched-exchange.js';

/**
 * A login by a service elsewhere whose script told the page who somebody is: the page hands its server the
 * ID token (OpenID Connect Core §2; Google's `credential`), and the server gives what is its own.
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

/** How long a ticket may lie between the login that gave it and the address that takes it. */
const REDEEMED_WITHIN: Millis = 60_000;

/**
 * The step of a login that gave a ticket, which the browser now brings to an address that gives a session for
 * it: services have a session of their own behind the one that asked for the password.
 */
export function redeemedTicket(
  { exchange, set, context: { ref } }: LinkedExchange,
  gave: readonly string[],
  carried: readonly Credential[],
): LoginStep[] {
  if (exchange.method !== 'GET' || exchange.redirectUrl === undefined || gave.length === 0)
    return [];
  const at = exchange.startedAt;
  const login = carried.find(
    ({ kind, behaviour, sightings }) =>
      kind === 'token' &&
      behaviour.issuedAtLogin !== undefined &&
      sightings.some(
        ({ carrier, direction, firstExchange, lastExchange }) =>
          carrier === 'url' &&
          direction === 'sent' &&
          firstExchange?.id === ref.id &&
          lastExchange?.id === ref.id,
      ) &&
      sightings.every(({ firstAt }) => at - firstAt < REDEEMED_WITHIN),
  )?.behaviour.issuedAtLogin;
  return login ? [{ login, at, set, first: false }] : [];
}

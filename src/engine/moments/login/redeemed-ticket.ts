import type { Credential, Exchange, Millis, Sighting } from '../../model.js';
import type { LinkedExchange } from '../linked-exchange.js';
import type { LoginStep } from './login-step.js';

/** How long a ticket may lie between the login that gave it and the address that takes it. */
const REDEEMED_WITHIN: Millis = 60_000;

/**
 * The step of a login that gave a ticket, which the browser now brings to an address that gives a
 * session for it: services have a session of their own behind the one that asked for the password.
 */
export function redeemedTicket(
  { exchange, set }: LinkedExchange,
  gave: readonly string[],
  carried: readonly Credential[],
): LoginStep[] {
  const { method, redirectUrl, startedAt: at } = exchange;
  if (method !== 'GET' || redirectUrl === undefined || gave.length === 0) return [];
  const login = carried.find((one) => isTicketFor(one, exchange))?.behaviour.issuedAtLogin;
  return login ? [{ login, at, set, first: false }] : [];
}

/** A login gave it just now, and this address alone was sent it. */
function isTicketFor(
  { kind, behaviour, sightings }: Credential,
  { id, startedAt }: Exchange,
): boolean {
  const isHere = ({ carrier, direction, firstExchange, lastExchange }: Sighting) =>
    carrier === 'url' &&
    direction === 'sent' &&
    firstExchange?.id === id &&
    lastExchange?.id === id;
  return (
    kind === 'token' &&
    behaviour.issuedAtLogin !== undefined &&
    sightings.some(isHere) &&
    sightings.every(({ firstAt }) => startedAt - firstAt < REDEEMED_WITHIN)
  );
}

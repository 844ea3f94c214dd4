import { stateOf } from '../credentials/credential-state.js';
import type { Credential, ExchangeRef, Millis, Sighting } from '../model.js';
import { remembered } from '../memo.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { isSelfContained } from '../values/holds.js';
import { TRAIL_ORDER, type TrailStep } from './trail-step.js';
import { exposuresOf, leakOf } from './exposure.js';

const NO_LOGINS: ReadonlySet<string> = new Set();

/**
 * The trail of one credential in order of time, told from its sightings and its life; `logins`:
 * their exchanges.
 */
export function trailOf(
  credential: Credential,
  now: Millis,
  logins: ReadonlySet<string> = NO_LOGINS,
): readonly TrailStep[] {
  const isRotated = credential.life.some(({ type }) => type === 'rotated');
  const steps = isRotated ? stepsBy(credential, logins) : stepsAnyhow(credential);
  const expiry = expiryOf(credential, now);
  return expiry.length === 0 ? steps : inOrder([...steps, ...expiry]);
}

/**
 * Logins make a difference to what was rotated alone: the same steps again for what did not change.
 */
const stepsAnyhow = remembered((credential: Credential) => stepsBy(credential, NO_LOGINS));

/** What is told of it, but for its end. */
function stepsBy(credential: Credential, logins: ReadonlySet<string>): TrailStep[] {
  const refusedBy = refusalsOf(credential);
  const steps = [
    ...credential.sightings.flatMap((sighting) => stepsOf(credential, sighting)),
    ...(credential.leaks ?? []).flatMap((leak) => leakOf(credential, leak)),
    ...lifeOf(credential, logins),
  ];
  return inOrder(
    steps.filter(({ type, exchange }) => type !== 'issued' || !refusedBy.has(exchange?.id)),
  );
}

function inOrder(steps: TrailStep[]): TrailStep[] {
  return steps.sort(
    (a, b) => a.at - b.at || TRAIL_ORDER.indexOf(a.type) - TRAIL_ORDER.indexOf(b.type),
  );
}

/** Exchanges that set it in vain: what the browser refused was never issued to anybody. */
function refusalsOf({ life }: Credential): ReadonlySet<string | undefined> {
  const refused = life.filter(({ type, exchange }) => type === 'rejected' && exchange);
  return new Set(refused.map(({ exchange }) => exchange?.id));
}

function stepsOf(credential: Credential, sighting: Sighting): TrailStep[] {
  const { carrier, locator, origin, firstAt, lastAt, count, direction, site, firstExchange } =
    sighting;
  const place = {
    carrier,
    locator,
    origin,
    site,
    credentialId: credential.id,
    ...(firstExchange ? { exchange: firstExchange } : {}),
  };
  if (direction === 'received')
    return [{ ...place, type: 'issued', at: firstAt, lastAt: firstAt, count: 1 }];
  // Seen again is not stored again.
  if (direction === 'stored') return storedSteps(place, sighting);
  const sent: TrailStep = { ...place, type: 'sent', at: firstAt, lastAt, count };
  return [
    sent,
    ...exposuresOf(credential, sighting).map((exposure): TrailStep => ({
      ...sent,
      type: 'exposed',
      exposure,
    })),
  ];
}

type Place = Pick<
  TrailStep,
  'carrier' | 'locator' | 'origin' | 'site' | 'credentialId' | 'exchange'
>;

/** Put into a store, and taken out of it; a cookie says itself when it ends. */
function storedSteps(place: Place, { firstAt, goneAt, carrier }: Sighting): TrailStep[] {
  const step = (type: TrailStep['type'], at: Millis): TrailStep => ({
    ...place,
    type,
    at,
    lastAt: at,
    count: 1,
  });
  const removed = goneAt !== undefined && carrier !== 'cookie' ? [step('removed', goneAt)] : [];
  return [step('stored', firstAt), ...removed];
}

function lifeOf(credential: Credential, logins: ReadonlySet<string>): TrailStep[] {
  const { life, id, site, origin, carrier, name, cookie } = credential;
  return life.map(({ type, at, lastAt, count, exchange, reason }) => ({
    type: type === 'rotated' && isWrittenAnew(credential, exchange, logins) ? 'refreshed' : type,
    at,
    lastAt,
    count,
    credentialId: id,
    site,
    ...(exchange ? { exchange } : {}),
    ...(type === 'issued' ? { carrier, locator: name, origin } : {}),
    ...(reason ? { reason } : {}),
    ...(reason && reason === cookie?.rejected?.reason ? { why: cookie.rejected.text } : {}),
  }));
}

/**
 * What holds its state itself is sealed or dated anew with many a page; a login makes it another
 * one.
 */
function isWrittenAnew(
  credential: Credential,
  by: ExchangeRef | undefined,
  logins: ReadonlySet<string>,
): boolean {
  if (by?.method !== 'GET' || !isSelfContained(credential)) return false;
  const isOfLogin = logins.has(by.id) || by.id === credential.behaviour.issuedAtLogin?.id;
  return !isOfLogin && !bringsCode(by.url);
}

/**
 * What takes a code from an authorization server logs in, wherever the password was given (RFC 6749
 * §4.1.2).
 */
function bringsCode(url: string): boolean {
  const parameters = new URLSearchParams(parseUrl(url)?.search);
  return parameters.has('code') && parameters.has('state');
}

function expiryOf(credential: Credential, now: Millis): TrailStep[] {
  const { id, site, cookie } = credential;
  const { state, since: at } = stateOf(credential, now);
  if (state !== 'expired' || at === undefined || cookie?.expiredOnArrival) return [];
  return [{ type: 'expired', at, lastAt: at, count: 1, credentialId: id, site }];
}

import { isKept } from '../../credentials/credential-state.js';
import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { isSecondFactorPath } from './beside-login-words.js';
import { isLoginAct } from './login-words.js';
import { SENDS } from '../../methods.js';

// What stands for half a login gives way to what stands for all of it: after a one-time code, the
// choice of an organisation, a consent.

/** How long somebody takes from one step to the next. */
const NEXT_WITHIN: Millis = 10 * 60_000;

/**
 * True for a request whose answer takes what stood for half a login, and gives another cookie
 * instead. `all` are the credentials of the visit: where the login's session stays, what is taken
 * was none.
 */
export function isNextStep(
  exchange: Exchange,
  ref: ExchangeRef,
  touched: readonly Credential[],
  all: () => readonly Credential[],
): boolean {
  const { method, url, response } = exchange;
  const isSent = SENDS.has(method) && (response?.status ?? 500) < 400;
  if (!isSent || !touched.some((one) => isGivenBy(ref, one))) return false;
  if (isSecondFactorPath(url) || isLoginAct(url)) return true;
  const [half] = halvesAmong(exchange, ref, touched);
  return half !== undefined && !isSessionKept(half.site, exchange, all());
}

/** True where a session that a login gave stays as it is: the answer neither gives nor takes it. */
export function isSessionKept(
  site: string,
  { id, startedAt }: Exchange,
  all: readonly Credential[],
): boolean {
  return all.some((one) => {
    const { kind, role, behaviour, cookie, signs } = one;
    const isGiven =
      kind === 'cookie' && role === 'session' && behaviour.issuedAtLogin !== undefined;
    const isTouched = cookie?.setBy?.id === id || !isKept(one, startedAt);
    return one.site === site && isGiven && signs === undefined && !isTouched;
  });
}

/** Those that a login gave moments ago, and that this answer takes. */
export function halvesAmong(
  { startedAt }: Exchange,
  ref: ExchangeRef,
  touched: readonly Credential[],
): Credential[] {
  return touched.filter(
    ({ behaviour, cookie, firstSeen }) =>
      behaviour.issuedAtLogin !== undefined &&
      cookie?.clearedBy?.id === ref.id &&
      startedAt - firstSeen < NEXT_WITHIN,
  );
}

/**
 * Those that a login gave, and the second step sent back in its body alone, for another token: they
 * say that the password was right, and open nothing.
 */
export function ticketsAmong(
  { method, url, response }: Exchange,
  ref: ExchangeRef,
  carried: readonly Credential[],
  touched: readonly Credential[],
): Credential[] {
  const isSent = SENDS.has(method) && (response?.status ?? 500) < 400;
  const gaveToken = touched.some(
    ({ kind, sightings }) =>
      kind === 'token' &&
      sightings.some((one) => one.direction === 'received' && one.firstExchange?.id === ref.id),
  );
  if (!isSent || !gaveToken || !isSecondFactorPath(url)) return [];
  return carried.filter(
    ({ kind, behaviour, sightings }) =>
      kind === 'token' &&
      behaviour.issuedAtLogin !== undefined &&
      sightings.every(({ direction, carrier }) => direction === 'received' || carrier === 'body'),
  );
}

/** What a step of a login took, the next one gives again under another name, to whom it let in. */
export function isGivenBy(ref: ExchangeRef, { kind, value, cookie }: Credential): boolean {
  const isNew = kind === 'cookie' && cookie?.setBy?.id === ref.id;
  return isNew && cookie.clearedAt === undefined && looksRandom(value);
}

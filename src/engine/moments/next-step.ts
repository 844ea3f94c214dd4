import type { Credential, Exchange, ExchangeRef, Millis } from '../model.js';
import { looksRandom } from '../values/entropy.js';
import { isSecondFactorPath } from './beside-login-words.js';
import { isLoginAct } from './login-words.js';
import { SENDS } from './watched-exchange.js';

// What stands for half a login gives way to what stands for all of it: after a one-time code, the choice of
// an organisation, a consent.

/** How long somebody takes from one step to the next. */
const NEXT_WITHIN: Millis = 10 * 60_000;

/** True for a request whose answer takes what stood for half a login, and gives another cookie instead. */
export function isNextStep(
  exchange: Exchange,
  ref: ExchangeRef,
  touched: readonly Credential[],
): boolean {
  const { method, url, response } = exchange;
  const isSent = SENDS.has(method) && (response?.status ?? 500) < 400;
  if (!isSent || !touched.some((one) => isGivenBy(ref, one))) return false;
  return (
    isSecondFactorPath(url) || isLoginAct(url) || halvesAmong(exchange, ref, touched).length > 0
  );
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

/** What a step of a login took, the next one gives again under another name, to whom it let in. */
export function isGivenBy(ref: ExchangeRef, { kind, value, cookie }: Credential): boolean {
  const isNew = kind === 'cookie' && cookie?.setBy?.id === ref.id;
  return isNew && cookie.clearedAt === undefined && looksRandom(value);
}

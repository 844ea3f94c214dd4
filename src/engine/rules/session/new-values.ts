import type { Known } from '../../known.js';
import type { Credential, LifeEvent, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';

/**
 * A new value that comes this soon belongs to the login: of the page that it led to, for instance.
 * What ends that login does not.
 */
const PART_OF_LOGIN: Millis = 10_000;

/**
 * True where the value that a login gave had been there before, with another one between: it is
 * made from the user, or is one that the server never forgot, and new to nobody who kept it.
 */
export function givesAgain(
  { value, pastValues, life }: Credential,
  login: Moment,
  known: Known,
): boolean {
  const [last] = life.filter(isNewValue).toSorted((a, b) => b.lastAt - a.lastAt);
  if (!last || !pastValues.includes(value)) return false;
  return isPartOf(login, { ...last, at: last.lastAt }, known);
}

/** Whether a new value came with the login, or with what it led to at once. */
export function isPartOf(
  login: Moment,
  { at, lastAt, exchange }: LifeEvent,
  known: Known,
): boolean {
  const isEnd = (other: Moment) =>
    other.type !== 'login' &&
    other.site === login.site &&
    other.at > login.at &&
    (other.at <= at || other.exchange.id === exchange?.id);
  const first = Math.max(at, login.at);
  const isSoon = lastAt >= login.at && first - login.at < PART_OF_LOGIN;
  return isSoon && !known.moments.some(isEnd);
}

/** False where answers that gave it values were under way together: nobody knows which was last. */
export function isOrderKnown({ life }: Credential, known: Known): boolean {
  const changes = life.filter(isNewValue);
  const last = Math.max(...changes.map(({ lastAt }) => lastAt));
  const giver = changes.find(({ lastAt }) => lastAt === last);
  const asked = known.exchanges.find(({ ref }) => ref.id === giver?.exchange?.id)?.at ?? Infinity;
  return !changes.some((one) => one !== giver && one.lastAt > asked);
}

/** Whether a change gave a value. */
export function isNewValue({ type }: LifeEvent): boolean {
  return type === 'rotated' || type === 'issued';
}

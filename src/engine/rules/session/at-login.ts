import type { Known } from '../../known.js';
import type { Credential, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { roleFacts } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { mayBeGivenUnseen, STEPS_WITHIN } from './given-unseen.js';
import { isNewValue, isPartOf } from './new-values.js';

/**
 * The logins that a session could take part in: its value went with them, nobody was logged in
 * before, and what they gave is not another credential that stands for the user from then on.
 */
export function loginsWith(credential: Credential, known: Known): Moment[] {
  const logins = known.moments.filter(
    ({ type, site }) => type === 'login' && site === credential.site,
  );
  return logins.filter(
    (login) => wasSentWith(credential, login, known) && !gaveAnother(credential, login, known),
  );
}

/** Whether a session kept its value at a login that it went with. */
export function atLogin(
  credential: Credential,
  login: Moment,
  known: Known,
): 'kept' | 'changed' | 'unknown' {
  const { behaviour, life } = credential;
  const changes = life.filter((one) => isNewValue(one) && one.lastAt >= login.at);
  if (changes.some((one) => isPartOf(login, one, known))) return 'changed';
  const until = Math.min(...changes.map(({ at }) => Math.max(at, login.at)), Infinity);
  if (behaviour.usedAnonymously !== true) return 'unknown';
  if (mayBeGivenUnseen(credential, login, known)) return 'unknown';
  const isUsed = wasUsedBetween(credential, login, until, known);
  return isUsed && isTheOne(credential, login, known) ? 'kept' : 'unknown';
}

function wasSentWith(credential: Credential, login: Moment, known: Known): boolean {
  const { id, sightings, firstSeen } = credential;
  const entry = known.exchanges.find(({ ref }) => ref.id === login.exchange.id);
  // What went with it may have turned out to be another cookie of its name.
  if (entry) return entry.carried.includes(id) && firstSeen <= entry.at;
  return sightings.some(({ direction, firstAt }) => direction === 'sent' && firstAt < login.at);
}

/**
 * Something else that keeps the user came with it: what was there before is not what is asked for.
 */
function gaveAnother(credential: Credential, login: Moment, known: Known): boolean {
  const { id, site, behaviour } = credential;
  // The login's own answer set it again: the session gets its tokens later, by itself.
  const isOwn = behaviour.issuedAtLogin?.id === login.exchange.id;
  return known.ofSite(site).some((other) => {
    if (other.id === id || other.signs !== undefined) return false;
    if (other.role === 'basic') return !isOwn;
    if (!roleFacts(other.role).keepsUser) return false;
    if (isOwn && other.kind === 'token' && !isGivenBy(other, login)) return false;
    const isNewToken = other.kind === 'token' && other.firstSeen >= login.at;
    const isEnded = other.behaviour.clearedAtLogout && !behaviour.clearedAtLogout;
    if (isEnded && !isOwn && mayBeGivenLater(other, credential, login, known)) return true;
    return other.behaviour.issuedAtLogin !== undefined || isNewToken;
  });
}

/**
 * A session that the same server gave soon after it: perhaps with a later step of the same login, a
 * code, or the way back from there.
 */
function mayBeGivenLater(
  { kind, role, host, signs, firstSeen, cookie }: Credential,
  credential: Credential,
  login: Moment,
  known: Known,
): boolean {
  const isSession = kind === 'cookie' && role === 'session' && signs === undefined;
  const took = firstSeen - login.at;
  if (!isSession || !cookie?.setBy || host !== credential.host) return false;
  const isBetween = ({ site, at }: Moment) =>
    site === login.site && at > login.at && at <= firstSeen;
  return took >= 0 && took < STEPS_WITHIN && !known.moments.some(isBetween);
}

/** As above, and no page was shown before it came: the login was not over. */
function mayBeOfLogin(
  other: Credential,
  credential: Credential,
  login: Moment,
  known: Known,
): boolean {
  if (credential.behaviour.issuedAtLogin?.id === login.exchange.id) return false;
  const isPage = ({ at, ref, facts }: LoggedExchange) =>
    at > login.at &&
    at < other.firstSeen &&
    ref.id !== login.exchange.id &&
    facts?.type === 'document' &&
    facts.outcome === 'ok';
  const wasShown = known.carrying(credential.id).some(isPage);
  return !wasShown && mayBeGivenLater(other, credential, login, known);
}

function isGivenBy({ sightings }: Credential, { exchange }: Moment): boolean {
  const received = sightings.filter(({ direction }) => direction === 'received');
  return received.some(({ firstExchange }) => firstExchange?.id === exchange.id);
}

function wasUsedBetween(
  { id, sightings }: Credential,
  login: Moment,
  until: Millis,
  known: Known,
): boolean {
  const isAfter = (at: Millis, exchange: string | undefined) =>
    at > login.at && at < until && exchange !== login.exchange.id;
  const logged = known
    .carrying(id)
    .some(({ at, ref, facts }) => isAfter(at, ref.id) && facts?.outcome === 'ok');
  // Uses that are like those before the login are told together with them.
  const later = sightings.some(
    ({ direction, lastAt, lastExchange }) =>
      direction === 'sent' && isAfter(lastAt, lastExchange?.id) && isSuccess(lastExchange?.status),
  );
  return logged || (until === Infinity && later);
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/**
 * Of several sessions that a login left alone, or that came with one of its steps, only one that a
 * logout ended is surely the user's. Of the same name one is, and servers read the one that comes
 * first.
 */
function isTheOne(credential: Credential, login: Moment, known: Known): boolean {
  const others = known
    .ofSite(credential.site)
    .filter(
      (other) =>
        other.id !== credential.id &&
        !comesAfter(other, credential, known) &&
        other.role === 'session' &&
        other.signs === undefined &&
        (wasSentWith(other, login, known) || mayBeOfLogin(other, credential, login, known)),
    );
  const isEnded = ({ behaviour }: Credential) => behaviour.clearedAtLogout === true;
  const later = others.filter(({ firstSeen }) => firstSeen >= login.at);
  return others.length === 0 || (isEnded(credential) && !later.some(isEnded));
}

/** Browsers send longer paths first, then what is older (RFC 6265bis §5.8.3). */
function comesAfter(one: Credential, other: Credential, known: Known): boolean {
  if (one.name !== other.name) return false;
  const pathLength = ({ attributes }: Credential) => attributes?.path?.length ?? 0;
  const twins = known
    .ofSite(one.site)
    .toSorted((a, b) => pathLength(b) - pathLength(a) || a.firstSeen - b.firstSeen);
  return twins.indexOf(one) > twins.indexOf(other);
}

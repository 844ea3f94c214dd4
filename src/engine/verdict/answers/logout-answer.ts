import { isKept } from '../../credentials/credential-state.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { logsIn, roleFacts } from '../../role-table.js';
import { restsOnItsName } from '../../rules/confidence.js';
import type { Text } from '../../text.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { byStanding, mayStillWork } from '../standing.js';
import { said, type Values } from './logout-words.js';
import { momentsOf } from '../moments-of.js';
import { namesOf } from '../names.js';
import { type Answer, idsOf } from './answer.js';
import { tellAsked } from './tell-asked.js';

/**
 * Did the last logout end it? In the browser that is seen; at the server only where the old value
 * was sent again. Undefined where nobody logged out.
 */
export function logoutAnswer(
  site: string,
  own: readonly Credential[],
  known: Known,
): Answer | undefined {
  const logout = momentsOf(site, own, known).findLast(({ type }) => type === 'logout');
  if (!logout) return undefined;
  const until = nextLogin(logout, known);
  const users = own.filter((one) => logsIn(one) && one.signs === undefined && hasLived(one));
  const accepted = users.filter(({ behaviour }) => behaviour.afterLogout?.accepted);
  if (accepted.length > 0)
    return answer('bad', logout, accepted, by('accepted', accepted), proofOf(accepted, 'accepted'));
  const stayed = users.filter((one) => stays(one, logout, until, known));
  const left = stayed.filter(
    ({ role, behaviour: { afterLogout } }) =>
      role !== 'session' && !afterLogout?.refusedAlone && !afterLogout?.refused,
  );
  const surely = left.filter((one) => !restsOnItsName(one));
  if (surely.length > 0) return answer('bad', logout, surely, said.left);
  const refused = users.filter((one) => wasRefusedSince(one, logout, known));
  if (refused.length > 0)
    return answer('good', logout, refused, by('refused', refused), proofOf(refused, 'refused'));
  if (left.length > 0) return answer('unknown', logout, left, said.mayBeLeft);
  const again = users.filter(mayStillWork);
  if (again.length > 0)
    return answer('unknown', logout, again, said.again, proofOf(again, 'shownAgain'));
  const ended = users.filter(
    (one) => isGone(one, until, known) || changedBetween(one, logout, until),
  );
  const [first] = byStanding([...stayed, ...ended]);
  if (first && stayed.includes(first)) return answer('unknown', logout, stayed, said.stayed);
  const byPage = logout.detail?.['by'] === 'page';
  if (first) return answer('unknown', logout, ended, byPage ? said.dropped : said.unproven);
  const isHttp = users.length === 0 && own.some(({ role }) => role === 'basic');
  return answer('unknown', logout, [], isHttp ? said.http : said.unseen);
}

function answer(
  outcome: Answer['outcome'],
  logout: Moment,
  about: readonly Credential[],
  sentence: (values: Values) => Text,
  proof: ExchangeRef = logout.exchange,
): Answer {
  const values = {
    names: namesOf(about),
    logout: tellAsked(logout.exchange),
    request: tellAsked(proof),
  };
  return {
    question: 'logout',
    outcome,
    text: sentence(values),
    at: logout.at,
    exchange: proof,
    credentialIds: idsOf(about),
  };
}

/** What was seen by itself, or what was put back to see. */
function by(word: 'accepted' | 'refused', all: readonly Credential[]) {
  const isProved = all.some(({ behaviour }) => behaviour.afterLogout?.proved);
  return isProved ? said[`${word}Proved`] : said[word];
}

function proofOf(
  credentials: readonly Credential[],
  word: 'accepted' | 'refused' | 'shownAgain',
): ExchangeRef | undefined {
  return credentials.map(({ behaviour }) => behaviour.afterLogout?.[word]).find(Boolean);
}

/** Of an earlier logout it says nothing of the last. */
function wasRefusedSince({ id, behaviour }: Credential, { at }: Moment, known: Known): boolean {
  const { refused, proved } = behaviour.afterLogout ?? {};
  const seen = known.carrying(id).find(({ ref }) => ref.id === refused?.id);
  return refused !== undefined && (proved === true || seen === undefined || seen.at >= at);
}

/** When somebody logged in again: what is new from then on is no doing of the logout. */
function nextLogin({ at, site }: Moment, known: Known): Millis {
  const next = known.moments.find(
    (one) => one.type === 'login' && one.site === site && one.at > at,
  );
  return next?.at ?? Infinity;
}

/** The browser was known not to have it any more by then: what a script holds, nobody can see. */
function isGone(credential: Credential, until: Millis, known: Known): boolean {
  const { state, since = 0 } = known.state(credential);
  return (state === 'cleared' || state === 'removed') && since < until;
}

/** It keeps its user and still had, in the browser, the value that was logged out with. */
function stays(credential: Credential, logout: Moment, until: Millis, known: Known): boolean {
  if (!roleFacts(credential.role).keepsUser && credential.role !== 'remember-me') return false;
  const isOlder = credential.firstSeen < logout.at && !changedBetween(credential, logout, until);
  if (!isOlder) return false;
  // What it is now is the later login's, and of what no answer was seen to set none was seen to
  // take it away: what was sent until then tells.
  return until === Infinity && isFollowed(credential)
    ? isKept(credential, known.now)
    : isSentIn(credential, logout, until, known);
}

/** It was seen to be set, or where it is kept: so its end would have been seen as well. */
function isFollowed({ kind, cookie, sightings }: Credential): boolean {
  if (kind !== 'cookie' || cookie?.setBy !== undefined) return true;
  return sightings.some(({ direction }) => direction === 'stored');
}

/** The browser itself sent it, after the logout and before anybody logged in again, or to do so. */
function isSentIn({ id, kind }: Credential, logout: Moment, until: Millis, known: Known): boolean {
  const isLater = ({ at, ref }: LoggedExchange) =>
    at > logout.at && at <= until && ref.id !== logout.exchange.id;
  return kind === 'cookie' && known.carrying(id).some(isLater);
}

/** It was changed or deleted at the logout or after it, before anybody logged in again. */
function changedBetween({ life }: Credential, logout: Moment, until: Millis): boolean {
  const isBetween = (at: Millis) => at >= logout.at && at < until;
  return life.some(
    ({ type, at, lastAt, count }) =>
      type !== 'rejected' &&
      // Of what happened more than twice only the first and the last time are known.
      (isBetween(at) || isBetween(lastAt) || (count > 2 && at < logout.at && lastAt >= until)),
  );
}

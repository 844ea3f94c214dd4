import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, ExchangeRef, Millis } from '../../model.js';
import type { Moment } from '../../moments/moment.js';
import { logsIn } from '../../role-table.js';
import { type Text, text } from '../../text.js';
import { namesOf } from '../names.js';
import { type Answer, idsOf } from './answer.js';
import { lossText } from './loss-text.js';
import { tellAsked } from './tell-asked.js';

/** An end that comes this close to a logout is the logout's. */
const PART_OF_LOGOUT: Millis = 10_000;

/** One way in which somebody was logged out. */
interface End {
  at: Millis;
  text: Text;
  exchange?: ExchangeRef;
  about: readonly Credential[];
  /** It may have been meant: a page let go of its token, or a session was not used for long. */
  isMeant?: boolean;
}

/**
 * Why was the user logged out, without a logout? The last end that was seen at a site and after
 * which nobody has logged in; undefined where there was none.
 */
export function endedAnswer(
  site: string,
  own: readonly Credential[],
  known: Known,
): Answer | undefined {
  const users = own.filter((one) => logsIn(one) && one.signs === undefined);
  const ends = [
    ...lossesOf(site, known),
    ...users.filter(hasLived).flatMap((one) => {
      const seen = [...refusedLate(one, known), ...refusedEarly(one, known), ...goneOf(one, known)];
      // Few have an end: who goes on from it is looked for among all others.
      return seen.length > 0 && !hasFollower(one, users, known) ? seen : [];
    }),
    ...users.flatMap((one) => notTaken(one, known)),
  ].filter(({ at }) => !isExplained(at, site, known));
  const last = ends.toSorted((a, b) => a.at - b.at).at(-1);
  if (!last) return undefined;
  const { at, text: said, exchange, about, isMeant = isByPage(at, site, known) } = last;
  return {
    question: 'ended',
    outcome: isMeant ? 'unknown' : 'bad',
    text: said,
    at,
    ...(exchange && { exchange }),
    credentialIds: idsOf(about),
  };
}

/** No request told of it: the page let go of what stood for its user, who may have told it to. */
function isByPage(at: Millis, site: string, { moments }: Known): boolean {
  return moments.some(
    (one) => one.site === site && isPagesOwn(one) && Math.abs(one.at - at) < PART_OF_LOGOUT,
  );
}

function isPagesOwn({ type, detail }: Moment): boolean {
  return type === 'logout' && detail?.['by'] === 'page';
}

/** Somebody logged out then, or has logged in since. */
function isExplained(at: Millis, site: string, { moments }: Known): boolean {
  return moments.some(
    (one) =>
      one.site === site &&
      ((one.type === 'logout' && !isPagesOwn(one) && Math.abs(one.at - at) < PART_OF_LOGOUT) ||
        (one.type === 'login' && one.at > at)),
  );
}

/**
 * Another one stands in its place, and was seen later: pages renew tokens, and tidy up when left.
 */
function hasFollower(
  { id, name, role, carrier, lastSeen }: Credential,
  users: readonly Credential[],
  known: Known,
): boolean {
  return users.some(
    (one) =>
      one.id !== id &&
      one.name === name &&
      one.role === role &&
      one.carrier === carrier &&
      one.lastSeen > lastSeen &&
      known.state(one).state === 'live',
  );
}

/** The server did not know a live id any more. */
function lossesOf(site: string, known: Known): End[] {
  return known.moments.flatMap(({ type, at, exchange, credentialId, ...moment }) => {
    if (type !== 'session-lost' || moment.site !== site) return [];
    const lost = known.byId(credentialId ?? '');
    const about = lost ? [lost] : [];
    const said = lossText(moment.detail, namesOf(about), tellAsked(exchange));
    const isIdle = moment.detail?.['idle'] !== undefined;
    return [{ at, text: said, exchange, about, ...(isIdle && { isMeant: true }) }];
  });
}

/** A token was sent after its end, and the answer was 401. */
function refusedLate(credential: Credential, known: Known): End[] {
  const { id, expires, expiresAt } = credential;
  if (expires !== 'at' || expiresAt === undefined || credential.replacedBy !== undefined) return [];
  const refused = known
    .carrying(id)
    .findLast(({ at, facts }) => at > expiresAt && facts?.outcome === 'unauthorized');
  if (!refused) return [];
  const values = { names: namesOf([credential]), request: tellAsked(refused.ref) };
  const said = text(
    'answer_ended_expired',
    '{names} had ended, and {request} was refused with it (401): nothing had renewed it.',
    values,
  );
  return [{ at: refused.at, text: said, exchange: refused.ref, about: [credential] }];
}

/** So many refusals in a row are no matter of one address that its user may not see. */
const SEVERAL = 2;

/** A token is refused, again and again, that was taken before and has no end that was reached. */
function refusedEarly(credential: Credential, known: Known): End[] {
  const { behaviour, expires, expiresAt = 0, firstSeen, replacedBy, site } = credential;
  const { exchange, at, times } = behaviour.turnedDown ?? { at: 0, times: 0 };
  if (!exchange || times < SEVERAL || replacedBy !== undefined) return [];
  const isOver = expires === 'at' && at >= expiresAt;
  const hasLeft = known.moments.some(
    (one) => one.type === 'logout' && one.site === site && one.at > firstSeen && one.at <= at,
  );
  if (isOver || hasLeft) return [];
  const values = { names: namesOf([credential]), request: tellAsked(exchange) };
  const said = text(
    'answer_ended_turned_down',
    '{request} was refused with {names} (401), which had been taken before and had reached no ' +
      'end that was seen: the server does not know it any more.',
    values,
  );
  return [{ at, text: said, exchange, about: [credential] }];
}

/** The browser does not have it any more, and no logout said so. */
function goneOf(credential: Credential, known: Known): End[] {
  const { state, since, by } = known.state(credential);
  if (since === undefined || !wasUsed(credential)) return [];
  const names = namesOf([credential]);
  const end = (said: Text): End[] => [
    { at: since, text: said, about: [credential], ...(by && { exchange: by }) },
  ];
  if (state === 'cleared' && by)
    return end(
      text('answer_ended_cleared', '{request} took {names} away, without a logout before it.', {
        names,
        request: tellAsked(by),
      }),
    );
  if (state === 'cleared')
    return end(
      text('answer_ended_jar', '{names} was deleted in the browser, by hand or by a script.', {
        names,
      }),
    );
  if (state === 'removed')
    return end(
      text('answer_ended_removed', '{names} was taken out of the web storage by a script.', {
        names,
      }),
    );
  if (state === 'expired' && credential.kind === 'cookie')
    return end(
      text('answer_ended_cookie', '{names} reached its end (Max-Age or Expires).', { names }),
    );
  return [];
}

/** The login's cookie never came into the browser. */
function notTaken(credential: Credential, known: Known): End[] {
  const { cookie, behaviour } = credential;
  if (!cookie?.rejected || !behaviour.issuedAtLogin) return [];
  const { since = credential.firstSeen } = known.state(credential);
  const said = text(
    'answer_ended_refused',
    'The browser refused {names}, which {request} set: whoever logs in is not known at ' +
      'the next request.',
    { names: namesOf([credential]), request: tellAsked(behaviour.issuedAtLogin) },
  );
  return [{ at: since, text: said, exchange: behaviour.issuedAtLogin, about: [credential] }];
}

function wasUsed({ sightings }: Credential): boolean {
  return sightings.some(({ direction }) => direction === 'sent');
}

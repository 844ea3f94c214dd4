import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { logsIn } from '../role-table.js';
import { isPasswordInHeader } from '../roles/password-header.js';
import { type Text, text } from '../text.js';
import { isStorageSeenOf } from '../rules/storage-seen.js';
import { isSigningKey } from '../values/signatures/signed-request.js';
import { namesOf } from './names.js';
import { isHandedOver, mayStillWork, wasKept } from './standing.js';

/**
 * The parts of a visit that nobody saw: what a login gives, what a logout ends, where pages keep
 * their tokens, and what was seen of one without what would tell it. Of those no check says
 * anything; `from`: what the verdict was told by.
 */
export function unseenOfVisit(
  site: string,
  from: readonly Credential[],
  moments: readonly Pick<Moment, 'type'>[],
  known: Known,
): Text[] {
  const users = from.filter(logsIn);
  if (users.length === 0) return from.some(isKey) ? [noPerson()] : [];
  const held = users.filter((one) => isHeldByScript(one) && !isStorageSeenOf(one, known));
  const old = known.ofSite(site).filter((one) => logsIn(one) && mayStillWork(one));
  return [
    ...(isUnanswered(site, known) ? [text('unknown_answers', 'any answer of the site')] : []),
    ...(held.length > 0
      ? [text('unknown_kept', 'where pages keep {names}', { names: namesOf(held) })]
      : []),
    ...partsOf(moments),
    ...(old.length > 0
      ? [
          text('unknown_ended', 'whether others get what was shown to {names} after the logout', {
            names: namesOf(old),
          }),
        ]
      : []),
  ];
}

/** True where requests were seen, and no answer to any of them: nothing is known of the server. */
export function isUnanswered(site: string, known: Known): boolean {
  const all = known.exchangesOf(site);
  return all.length > 0 && all.every(({ facts }) => facts?.outcome === 'none');
}

function partsOf(moments: readonly Pick<Moment, 'type'>[]): Text[] {
  const isSeen = (wanted: Moment['type']) => moments.some(({ type }) => type === wanted);
  const [login, logout] = [isSeen('login'), isSeen('logout')];
  if (login && logout) return [];
  if (login) return [text('unknown_logout', 'a logout, and what it ends')];
  if (logout) return [text('unknown_login', 'a login, and what it gives')];
  return [text('unknown_login_and_logout', 'a login and a logout: what one gives, and one ends')];
}

/** Neither a person's own password, nor one of which it is said that nobody saw it. */
function isKey(one: Credential): boolean {
  return one.role === 'api-key' && !isPasswordInHeader(one) && !isSigningKey(one);
}

/** Behind the key of a program there may be users, who log in in another way. */
function noPerson(): Text {
  return text('unknown_person', 'how a person is known here: only a key was seen');
}

/** A cookie and an address are kept by the browser; who has a token from a script knows no one. */
function isHeldByScript(one: Credential): boolean {
  return one.kind === 'token' && one.carrier !== 'url' && !wasKept(one) && !isHandedOver(one);
}

import type { Known } from '../../known.js';
import { remembered } from '../../memo.js';
import type { Credential, DecodedJwt } from '../../model.js';
import { isOfGuest } from '../../moments/login/guest-grant.js';
import { isGuestPath } from '../../moments/login/beside-login-words.js';
import { logsIn } from '../../role-table.js';
import { isBoundToPages, namesNobody } from '../../values/names/names-nobody.js';

/**
 * True for a token that only addresses for guests ever gave, or that says so: with it, nobody's
 * login is lost.
 */
export const isForGuests = remembered((credential: Credential): boolean => {
  if (isOfGuest(credential) || isOfPage(credential)) return true;
  const { sightings } = credential;
  const receipts = sightings.filter(({ direction }) => direction === 'received');
  return (
    receipts.length > 0 &&
    receipts.every(({ firstExchange, lastExchange }) =>
      [firstExchange, lastExchange].every((one) => one !== undefined && isGuestPath(one.url)),
    )
  );
});

/**
 * The same, or what renews such tokens: each answer that gave it gave one of them beside it; or
 * what one gets for them.
 */
export function isOfGuests(credential: Credential, known: Known): boolean {
  return (
    isForGuests(credential) || cameWithGuests(credential, known) || wasExchanged(credential, known)
  );
}

function cameWithGuests(credential: Credential, known: Known): boolean {
  const { id } = credential;
  const givers = known.giving(id);
  return (
    givers.length > 0 &&
    givers.every(({ set }) =>
      set.some((other) => {
        const beside = other === id ? undefined : known.byId(other);
        return beside !== undefined && isForGuests(beside);
      }),
    )
  );
}

/**
 * Each answer that gave it was asked for with such a token, and with nothing that is of somebody.
 */
function wasExchanged(credential: Credential, known: Known): boolean {
  const { id, behaviour } = credential;
  if (behaviour.issuedAtLogin) return false;
  const givers = known.giving(id);
  return (
    givers.length > 0 &&
    givers.every(({ carried }) => {
      const sent = carried.flatMap((one) => (one === id ? [] : (known.byId(one) ?? [])));
      const telling = sent.filter(logsIn);
      return telling.length > 0 && telling.every(isForGuests);
    })
  );
}

function isOfNobody(claims: DecodedJwt['claims']): boolean {
  return namesNobody(claims) || isBoundToPages(claims);
}

/**
 * It was used before anybody could have logged in, and claims nothing of anybody: of a page, a map,
 * a channel.
 */
function isOfPage({ jwt, behaviour }: Credential): boolean {
  if (!jwt || behaviour.issuedAtLogin || behaviour.clearedAtLogout) return false;
  return behaviour.usedAnonymously === true && isOfNobody(jwt.claims);
}

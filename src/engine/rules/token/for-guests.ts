import type { Known } from '../../known.js';
import { remembered } from '../../memo.js';
import type { Credential } from '../../model.js';
import { isOfGuest } from '../../moments/guest-grant.js';
import { isGuestPath } from '../../moments/words.js';
import { namesNobody } from '../../values/names-nobody.js';

/** True for a token that only addresses for guests ever gave, or that says so: with it, nobody's login is lost. */
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

/** The same, or what renews such tokens: each answer that gave it gave one of them beside it. */
export function isOfGuests(credential: Credential, known: Known): boolean {
  return isForGuests(credential) || cameWithGuests(credential, known);
}

function cameWithGuests({ id }: Credential, known: Known): boolean {
  const givers = known.exchanges.filter(({ set }) => set.includes(id));
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

/** It was used before anybody could have logged in, and claims nothing of anybody: of a page, a map, a channel. */
function isOfPage({ jwt, behaviour }: Credential): boolean {
  if (!jwt || behaviour.issuedAtLogin || behaviour.clearedAtLogout) return false;
  return behaviour.usedAnonymously === true && namesNobody(jwt.claims);
}

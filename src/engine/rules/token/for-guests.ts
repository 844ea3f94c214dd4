import type { Credential } from '../../model.js';
import { isOfGuest } from '../../moments/guest-grant.js';
import { isGuestPath } from '../../moments/words.js';
import { remembered } from '../../memo.js';

/** True for a token that only addresses for guests ever gave, or that says so: with it, nobody's login is lost. */
export const isForGuests = remembered((credential: Credential): boolean => {
  if (isOfGuest(credential)) return true;
  const { sightings } = credential;
  const receipts = sightings.filter(({ direction }) => direction === 'received');
  return (
    receipts.length > 0 &&
    receipts.every(({ firstExchange, lastExchange }) =>
      [firstExchange, lastExchange].every((one) => one !== undefined && isGuestPath(one.url)),
    )
  );
});

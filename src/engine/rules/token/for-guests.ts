import type { Known } from '../../known.js';
import { remembered } from '../../memo.js';
import type { Credential, DecodedJwt } from '../../model.js';
import { isGrantForAnybody, isOfGuest } from '../../moments/login/guest-grant.js';
import { isGuestPath } from '../../moments/login/beside-login-words.js';
import { logsIn } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/logged-exchange.js';
import { isBoundToPages, namesNobody } from '../../values/names/names-nobody.js';
import { askedInFlows } from './asked-in-flows.js';

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

/** So many tokens in a row are followed back to what they were got for. */
const MOST_RENEWALS = 6;
const NONE: ReadonlySet<string> = new Set();

/**
 * The same, or what renews such tokens: each answer that gave it gave one of them beside it; or
 * what one gets for them, or for a grant in which no person takes part.
 */
export function isOfGuests(credential: Credential, known: Known, judged = NONE): boolean {
  return (
    isForGuests(credential) ||
    cameWithGuests(credential, known) ||
    wasGotByGuest(credential, known, judged)
  );
}

/**
 * Each answer that gave it was asked for by nobody. Those that renew it with itself, or with what
 * is being judged by it, say nothing alone.
 */
function wasGotByGuest(
  { id, behaviour }: Credential,
  known: Known,
  judged: ReadonlySet<string>,
): boolean {
  if (behaviour.issuedAtLogin || judged.size >= MOST_RENEWALS) return false;
  const granted = grantedToAnybody(known.flows);
  const all = new Set([...judged, id]);
  const says = known
    .giving(id)
    .map((giver) => (granted.has(giver.ref.id) ? 'guest' : askedWith(giver, known, all)));
  return says.includes('guest') && !says.includes('somebody');
}

/** Whose it is that a token was asked for with. */
function askedWith(
  { carried }: LoggedExchange,
  known: Known,
  judged: ReadonlySet<string>,
): 'guest' | 'itself' | 'somebody' {
  const telling = carried.flatMap((one) => known.byId(one) ?? []).filter(logsIn);
  const others = telling.filter(({ id }) => !judged.has(id));
  if (telling.length === 0 || !others.every((one) => isOfGuests(one, known, judged)))
    return 'somebody';
  return others.length > 0 ? 'guest' : 'itself';
}

const grantedToAnybody = askedInFlows(({ detail }) =>
  isGrantForAnybody(String(detail.grant_type ?? '')),
);

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

import { hasLived } from '../credentials/lived-attributes.js';
import type { Credential } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { logsIn } from '../role-table.js';
import type { Text } from '../text.js';
import { fromBefore } from './from-before.js';
import * as nobody from './nobody-sentences.js';
import { recognisedBy } from './recognised-by.js';

interface Seen {
  /** What whoever visits is given. */
  guest: Credential | undefined;
  /** What was refused each time that it was sent. */
  refused: readonly Credential[];
  moments: readonly Pick<Moment, 'type'>[];
  isThirdParty: boolean;
}

/** What is said of a site by which nothing that works identifies anybody. */
export function sentenceOfNothing(
  all: readonly Credential[],
  { guest, refused, moments, isThirdParty }: Seen,
): Text {
  const rejected = all.find((c) => c.cookie?.rejected && logsIn(c));
  if (rejected) return isThirdParty ? nobody.refusedElsewhere(rejected) : nobody.refused(rejected);
  if (moments.some(({ type }) => type === 'login')) return nobody.NOTHING_KEPT;
  const lived = all.filter(hasLived);
  if (refused.length > 0) return nobody.turnedAway(refused);
  const maybe = isThirdParty ? [] : fromBefore(lived);
  if (maybe.length > 0) return nobody.maybeSomebody(maybe);
  const recognised = recognisedBy(lived);
  if (recognised) return nobody.recognised(recognised);
  if (guest) return nobody.ofGuests(guest);
  return isThirdParty ? nobody.NOTHING_HERE : nobody.NOTHING;
}

import { hasLived } from '../credentials/lived-attributes.js';
import type { Credential } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { logsIn } from '../role-table.js';
import type { Text } from '../text.js';
import { fromBefore } from './from-before.js';
import * as nobody from './nobody-sentences.js';
import { recognisedBy } from './recognised-by.js';

interface Seen {
  moments: readonly Pick<Moment, 'type'>[];
  isThirdParty: boolean;
}

/** What is said of a site by which nothing that works identifies anybody. */
export function sentenceOfNothing(
  all: readonly Credential[],
  guest: Credential | undefined,
  { moments, isThirdParty }: Seen,
): Text {
  const refused = all.find((c) => c.cookie?.rejected && logsIn(c));
  if (refused) return isThirdParty ? nobody.refusedElsewhere(refused) : nobody.refused(refused);
  if (moments.some(({ type }) => type === 'login')) return nobody.NOTHING_KEPT;
  const lived = all.filter(hasLived);
  const maybe = isThirdParty ? [] : fromBefore(lived);
  if (maybe.length > 0) return nobody.maybeSomebody(maybe);
  const recognised = recognisedBy(lived);
  if (recognised) return nobody.recognised(recognised);
  if (guest) return nobody.ofGuests(guest);
  return isThirdParty ? nobody.NOTHING_HERE : nobody.NOTHING;
}

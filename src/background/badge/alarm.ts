import type { Alarm } from './badge.js';
import type { ReadingPart } from '../start/reading-part.js';
import type { Scope } from '../tabs/scope.js';
import type { SessionLog } from '../log/session-log.js';
import { NOTHING_TOLD, type Told } from '../log/told.js';

/** Who knows what was counted, and who counts. */
interface Counting {
  log: Pick<SessionLog, 'told'>;
  scope: Pick<Scope, 'of'>;
  reading: Pick<ReadingPart, 'get'>;
}

/** True where nothing was observed since findings were counted. */
export function isCounted({ revision, counted }: Told): boolean {
  return revision === counted;
}

/** How many findings of the site that a tab shows need attention. */
export async function alarmOf(
  tabId: number,
  { log, scope, reading }: Counting,
): Promise<{ alarm: Alarm; cost: number }> {
  const { critical, high } = scope.of(tabId) === 'recorded' ? log.told(tabId) : NOTHING_TOLD;
  if (isCounted(log.told(tabId))) return { alarm: { critical, high }, cost: 0 };
  return (await reading.get()).count(tabId);
}

import type { TabStatus } from '../../messaging/tab-status.js';

/** All requests of a tab that were seen, those that were only counted as well. */
export function requestsSeen({ requests, uneventful }: Pick<TabStatus, 'requests' | 'uneventful'>) {
  return requests + uneventful;
}

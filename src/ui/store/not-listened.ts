import type { TabStatus } from '../../messaging/tab-status.js';
import type { MessageKey } from '../words/i18n.js';

type Listened = Pick<TabStatus, 'site' | 'hostAccess' | 'scope'>;

/**
 * Why nothing of what a tab shows is listened to, whatever its recording is set to; null where
 * it is. What starts, stops or changes something there does nothing.
 */
export function notListened({ site, hostAccess, scope }: Listened): MessageKey | null {
  if (site === null) return 'ui_notInspectable';
  if (!hostAccess) return 'ui_noAccess';
  if (scope === 'recorded') return null;
  return scope === 'not-allowed' ? 'ui_notListening' : 'ui_notInspected';
}

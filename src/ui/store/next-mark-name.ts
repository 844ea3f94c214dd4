import type { ReportEvent } from '../../engine/report/report-event.js';
import type { MarkView } from '../../messaging/views.js';
import { t } from '../words/i18n.js';

type Happened = Pick<ReportEvent, 'type' | 'at'>;

/**
 * A name for a mark that is made now: after the last login or logout, or before any. A second mark
 * of the same stretch gets a number.
 */
export function nextMarkName(
  marks: readonly Pick<MarkView, 'id' | 'at'>[],
  moments: readonly Happened[],
): string {
  const last = moments.findLast(({ type }) => type === 'login' || type === 'logout');
  const since = last ? Date.parse(last.at) : Number.NEGATIVE_INFINITY;
  if (marks.some(({ at }) => at >= since)) {
    return t('ui_markNumbered', (marks.at(-1)?.id ?? 0) + 1);
  }
  if (!last) return t('ui_markBeforeLogin');
  return last.type === 'login' ? t('ui_markAfterLogin') : t('ui_markAfterLogout');
}

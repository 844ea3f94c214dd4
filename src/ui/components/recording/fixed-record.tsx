import type { Fixed } from '../../../messaging/stored-entry.js';
import { t } from '../../words/i18n.js';

/** Why a record is not edited here, and what may be done to it all the same. */
export function FixedRecord({ fixed }: { fixed: Fixed }) {
  return (
    <>
      <p class="notice">{reason(fixed)}</p>
      {fixed.kind !== 'held' && <p class="note">{t('ui_recordFixedDelete')}</p>}
    </>
  );
}

function reason({ kind, at }: Fixed): string {
  switch (kind) {
    case 'held':
      return t('ui_entryHeld');
    case 'large':
      return t('ui_recordTooLarge');
    case 'deep':
      return t('ui_recordTooDeep');
    default:
      return at === ''
        ? t('ui_recordFixed', nameOf(kind))
        : t('ui_recordFixedAt', nameOf(kind), at);
  }
}

/** What it is called; types have the names that scripts call them by. */
function nameOf(kind: string): string {
  switch (kind) {
    case 'circle':
      return t('ui_recordCircle');
    case 'twice':
      return t('ui_recordTwice');
    case 'hole':
      return t('ui_recordHole');
    default:
      return kind;
  }
}

import { t } from '../words/i18n.js';

/** Said where a filter leaves nothing, with the way back. */
export function NothingMatches({ clear }: { clear(): void }) {
  return (
    <div class="nothing-matches">
      {t('ui_nothingMatches')}{' '}
      <button type="button" class="button" onClick={clear}>
        {t('ui_filterClear')}
      </button>
    </div>
  );
}

import { NothingMatches } from '../components/nothing-matches.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';

/** Said where nothing of a screen lies within the selected stretch of time, with the way back. */
export function NothingInSpan() {
  const { nav } = useStore();
  return (
    <div class="nothing-matches">
      {t('ui_spanEmpty')}{' '}
      <button type="button" class="button" onClick={() => nav.selectSpan(null)}>
        {t('ui_spanShowAll')}
      </button>
    </div>
  );
}

interface Left {
  /** How much lies within the selected stretch, whatever a filter leaves of it. */
  within: number;
  clear(): void;
}

/** Why a list is empty that is not empty as a whole: for the stretch, or for the filter. */
export function NothingLeft({ within, clear }: Left) {
  return within === 0 ? <NothingInSpan /> : <NothingMatches clear={clear} />;
}

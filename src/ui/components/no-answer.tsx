import { useStore } from '../store/store-context.js';
import { t } from '../words/i18n.js';
import { EmptyState } from './empty-state.js';

/** Why the background's answer did not come, in full. */
export function useNoAnswer(): { title: string; hint: string | null } {
  const gaveUpAfter = useStore().connection.gaveUpAfter.value;
  return gaveUpAfter === null
    ? { title: t('ui_noAnswer'), hint: t('ui_noAnswerHint') }
    : { title: t('ui_slowAnswer', gaveUpAfter), hint: null };
}

/** Stands in the place of all screens where nothing is there to be shown. */
export function NoAnswer() {
  const { title, hint } = useNoAnswer();
  return (
    <EmptyState title={title}>
      {hint !== null && <p>{hint}</p>}
      <TryAgain />
    </EmptyState>
  );
}

export function TryAgain() {
  const store = useStore();
  return (
    <button type="button" class="button" onClick={() => void store.refresh()}>
      {t('ui_tryAgain')}
    </button>
  );
}

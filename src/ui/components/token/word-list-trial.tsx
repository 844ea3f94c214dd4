import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '../../words/i18n.js';
import { type FileOutcome, type Progress, tryFile } from '../../store/secret-checks.js';
import { useStore } from '../../store/store-context.js';

/** Tries the words of a file that the user chooses, with what came of it. */
export function WordListTrial({ id }: { id: string }) {
  const { backend, tabId } = useStore();
  const progress = useSignal<Progress | null>(null);
  const outcome = useSignal<FileOutcome | null>(null);
  const underWay = useRef(new AbortController());
  useEffect(() => () => underWay.current.abort(), []);
  const start = async (file: File | undefined) => {
    if (!file) return;
    underWay.current = new AbortController();
    const { signal } = underWay.current;
    outcome.value = null;
    const asked = { backend, tabId, credentialId: id };
    progress.value = { tried: 0, share: 0 };
    outcome.value = await tryFile(asked, file, (now) => (progress.value = now), signal);
    progress.value = null;
  };
  if (progress.value)
    return <Running {...progress.value} cancel={() => underWay.current.abort()} />;
  return (
    <p class="word-list">
      <label class="button">
        {t('ui_wordListTry')}
        <input
          type="file"
          class="off-screen"
          onChange={({ currentTarget }) => void start(currentTarget.files?.[0])}
        />
      </label>{' '}
      <span role="status">{outcome.value !== null && wordsFor(outcome.value)}</span>
    </p>
  );
}

function Running({ tried, share, cancel }: Progress & { cancel: () => void }) {
  return (
    <p class="word-list">
      <progress max={1} value={share} aria-label={t('ui_wordListTry')} />{' '}
      <span class="faint">{t('ui_wordListTried', formatNumber(tried))}</span>{' '}
      <button type="button" class="link" onClick={cancel}>
        {t('ui_cancel')}
      </button>
    </p>
  );
}

function wordsFor(outcome: FileOutcome): string {
  switch (outcome) {
    case 'gone':
      return t('ui_valueGone');
    case 'cancelled':
      return t('ui_wordListCancelled');
    case 'failed':
      return t('ui_wordListFailed');
    default:
      return outcome.fits
        ? t('ui_wordListFits', formatNumber(outcome.tried))
        : t('ui_wordListNoneFits', formatNumber(outcome.tried));
  }
}

import { t } from '../../words/i18n.js';
import { notListened } from '../../store/not-listened.js';
import { useStore } from '../../store/store-context.js';

/**
 * Starts and pauses the recording of a tab. Where nothing is listened to it says why, and beside
 * words that say so already it does not stand at all.
 */
export function RecordButton({ labelled = false }: { labelled?: boolean }) {
  const store = useStore();
  const status = store.status.value;
  const why = status && notListened(status);
  if (why && labelled) return null;
  const recording = (status?.recording ?? false) && !why;
  const name = recording ? t('ui_pause') : t('ui_record');
  return (
    <button
      type="button"
      class={labelled ? 'button' : 'icon-button'}
      aria-label={labelled ? undefined : name}
      title={labelled ? undefined : why ? t(why) : name}
      aria-pressed={recording}
      disabled={!status || why !== null}
      onClick={() => void store.recording.turn(!recording)}
    >
      <span class={recording ? 'record-sign on' : 'record-sign'} />
      {labelled && name}
    </button>
  );
}

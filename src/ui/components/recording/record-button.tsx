import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** Starts and pauses the recording of a tab. */
export function RecordButton({ labelled = false }: { labelled?: boolean }) {
  const store = useStore();
  const status = store.status.value;
  const recording = status?.recording ?? false;
  const name = recording ? t('ui_pause') : t('ui_record');
  return (
    <button
      type="button"
      class={labelled ? 'button' : 'icon-button'}
      aria-label={labelled ? undefined : name}
      title={labelled ? undefined : name}
      aria-pressed={recording}
      disabled={!status}
      onClick={() => void store.recording.turn(!recording)}
    >
      <span class={recording ? 'record-sign on' : 'record-sign'} />
      {labelled && name}
    </button>
  );
}

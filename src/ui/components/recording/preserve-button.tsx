import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { Icon } from '../icon.js';

/** Keeps the recording when the tab goes to another page, or begins it anew. */
export function PreserveButton() {
  const { options } = useStore();
  const { preserveLog } = options.now;
  const isLocked = options.isLocked('preserveLog');
  const hint = preserveLog ? t('ui_preserveLogOn') : t('ui_preserveLogOff');
  return (
    <button
      type="button"
      class="icon-button toggled"
      aria-label={t('ui_preserveLog')}
      title={isLocked ? `${hint} ${t('ui_byOrganisation')}` : hint}
      aria-pressed={preserveLog}
      disabled={isLocked}
      onClick={() => void options.choose({ preserveLog: !preserveLog })}
    >
      <Icon name="log" />
    </button>
  );
}

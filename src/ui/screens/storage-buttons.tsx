import type { TabStatus } from '../../messaging/tab-status.js';
import type { StorageAreaView, StorageItemView } from '../../messaging/views.js';
import { Icon, type IconName } from '../components/icon.js';
import { type MessageKey, t } from '../words/i18n.js';
import { notListened } from '../store/not-listened.js';
import { useStore } from '../store/store-context.js';
import { isChangeable, newEntry } from '../store/stored-names.js';
import { areaKey } from './storage-areas.js';

interface Props {
  area: StorageAreaView;
  /** The one that is selected. */
  item: StorageItemView | null;
  /** Absent: nothing is selected that could be changed. */
  edit: (() => void) | undefined;
  remove: (() => void) | undefined;
}

/** Why entries cannot be changed now: it would not be seen; null where they can. */
export function notChangeable(status: TabStatus | null): MessageKey | null {
  const why = status && notListened(status);
  return why ?? (status?.recording === false ? 'ui_entriesPaused' : null);
}

/** Adds an entry to an area; edits and deletes the selected one. */
export function StorageButtons({ area, item, edit, remove }: Props) {
  const { stored, status, backend } = useStore();
  if (!isChangeable(area) || backend.isFile) return null;
  const why = notChangeable(status.value);
  if (why) return <span class="note entry-actions">{t(why)}</span>;
  const add = () => {
    const entry = newEntry(area);
    if (entry) stored.add(areaKey(area), entry);
    else void stored.addRecord(areaKey(area), area.owner, item?.key);
  };
  return (
    <div class="entry-actions" role="group" aria-label={t('ui_entryActions')}>
      <Action name={t('ui_entryAdd')} icon="add" act={add} />
      <Action name={t('ui_entryEdit')} hint="Enter" icon="edit" act={edit} />
      <Action name={t('ui_entryDelete')} hint="Delete" icon="delete" act={remove} />
    </div>
  );
}

interface ActionProps {
  name: string;
  /** The key that does the same in the list. */
  hint?: string;
  icon: IconName;
  act: (() => void) | undefined;
}

function Action({ name, hint, icon, act }: ActionProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={hint ? `${name} (${hint})` : name}
      disabled={!act}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { KEPT_MEGABYTES } from '../../../messaging/options.js';
import { useFocusInto } from '../../page/focus-into.js';
import { formatNumber, t, tn } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { Lockable } from '../lockable.js';

/** What is kept, how much of it, and the way to be rid of it. */
export function KeptData() {
  const { options } = useStore();
  const { preserveLog, keptMegabytes } = options.now;
  return (
    <>
      <p class="note">{t('ui_keptHint')}</p>
      <Lockable name="preserveLog">
        <label>
          <input
            type="checkbox"
            checked={preserveLog}
            onChange={({ currentTarget }) =>
              void options.choose({ preserveLog: currentTarget.checked })
            }
          />{' '}
          {t('ui_preserveLogChoice')}
        </label>
      </Lockable>
      <Lockable name="keptMegabytes">
        <label>
          {t('ui_keptMost')}{' '}
          <select
            class="kept-megabytes"
            value={keptMegabytes}
            onChange={({ currentTarget }) =>
              void options.choose({ keptMegabytes: Number(currentTarget.value) })
            }
          >
            {KEPT_MEGABYTES.map((megabytes) => (
              <option key={megabytes} value={megabytes}>
                {t('ui_megabytes', formatNumber(megabytes))}
              </option>
            ))}
          </select>
        </label>
      </Lockable>
      <DeleteAll />
    </>
  );
}

/** Deletes what was recorded of all tabs; asked once more, since it cannot be undone. */
function DeleteAll() {
  const { counted, asking, said, remove } = useDeletion();
  const around = useRef<HTMLDivElement>(null);
  useFocusInto(around, asking.value);
  const cancel = () => (asking.value = false);
  const amount = counted.value && [
    tn('ui_requestCount', counted.value.requests),
    tn('ui_tabCount', counted.value.tabs),
  ];
  return (
    <div
      ref={around}
      class="delete-all"
      role="group"
      aria-label={t('ui_deleteAll')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking.value) return;
        // DevTools would open its console.
        event.stopPropagation();
        cancel();
      }}
    >
      {amount && <p>{t('ui_keptNow', ...amount)}</p>}
      {asking.value ? (
        <OnceMore remove={() => void remove()} cancel={cancel} />
      ) : (
        <button
          type="button"
          class="button"
          disabled={counted.value?.requests === 0}
          onClick={() => (asking.value = true)}
        >
          {t('ui_deleteAll')}
        </button>
      )}
      <span role="status">{said.value}</span>
    </div>
  );
}

function OnceMore({ remove, cancel }: { remove(): void; cancel(): void }) {
  return (
    <>
      <span>{t('ui_deleteSure')}</span>
      <button type="button" class="button danger" onClick={remove}>
        {t('ui_deleteForGood')}
      </button>
      <button type="button" class="link" onClick={cancel}>
        {t('ui_cancel')}
      </button>
    </>
  );
}

/** How much there is to delete, whether somebody is being asked, and what came of it. */
function useDeletion() {
  const store = useStore();
  const counted = useSignal<{ tabs: number; requests: number } | null>(null);
  const asking = useSignal(false);
  const said = useSignal('');
  const count = async () => {
    const tabs = await store.backend.ask('listTabs', {}).catch(() => null);
    const requests = tabs?.reduce((sum, tab) => sum + tab.requests, 0) ?? 0;
    counted.value = tabs && { tabs: tabs.length, requests };
  };
  useEffect(() => void count(), []);
  const remove = async () => {
    const deleted = await store.recording.deleteAll();
    said.value = deleted
      ? t('ui_deleted', tn('ui_requestCount', deleted.requests), tn('ui_tabCount', deleted.tabs))
      : t('ui_settingsFailed');
    await count();
    asking.value = false;
  };
  return { counted, asking, said, remove };
}

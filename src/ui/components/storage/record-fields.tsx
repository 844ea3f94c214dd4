import type { EditedRecord, StoreView } from '../../../messaging/stored-entry.js';
import { t } from '../../words/i18n.js';
import { Field } from '../field.js';

interface Props {
  record: EditedRecord;
  /** Those that a new one may go to; none of one that is there already. */
  stores: readonly StoreView[];
  set(changed: Partial<EditedRecord>): void;
}

/** A record of IndexedDB: where it is, its key, and its value as JSON. */
export function RecordFields({ record, stores, set }: Props) {
  const { key, keyPath, makesKeys, value } = record;
  return (
    <div class="fields">
      <Field wide label={t('ui_recordStore')}>
        {stores.length === 0 ? (
          <code>{storeName(record)}</code>
        ) : (
          <Stores {...{ record, stores, set }} />
        )}
      </Field>
      <Field wide label={t('ui_columnKey')}>
        {keyPath === null ? (
          <input
            type="text"
            class="mono"
            spellcheck={false}
            placeholder={makesKeys ? t('ui_recordKeyMade') : ''}
            title={t('ui_recordKeyHint')}
            value={key ?? ''}
            onInput={({ currentTarget: { value: text } }) =>
              set({ key: text === '' && makesKeys ? null : text })
            }
          />
        ) : (
          <span>{t('ui_recordKeyInside', keyPath)}</span>
        )}
      </Field>
      <Field wide label="JSON">
        <textarea
          class="mono"
          rows={6}
          spellcheck={false}
          value={value}
          onInput={(event) => set({ value: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
}

/** The stores by their place in the list: their names may be anything. */
function Stores({ record, stores, set }: Props) {
  const chosen = stores.findIndex((one) => storeName(one) === storeName(record));
  return (
    <select
      value={chosen}
      onChange={(event) => {
        const store = stores[Number(event.currentTarget.value)];
        if (store) set({ ...store, key: store.makesKeys ? null : '' });
      }}
    >
      {stores.map((store, at) => (
        <option key={at} value={at}>
          {storeName(store)}
        </option>
      ))}
    </select>
  );
}

function storeName({ database, store }: StoreView): string {
  return `${database} / ${store}`;
}

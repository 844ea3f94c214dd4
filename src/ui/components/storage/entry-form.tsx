import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EditedCookie, EditedRecord, Entry } from '../../../messaging/stored-entry.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import type { Editing } from '../../store/stored-entries.js';
import { CookieFields } from './cookie-fields.js';
import { Field } from '../field.js';
import { FixedRecord } from '../recording/fixed-record.js';
import { RecordFields } from './record-fields.js';

interface Props {
  editing: Editing;
  /** After it was stored, or left. */
  onDone(): void;
}

/** An entry that is added or edited. Escape leaves it as it was. */
export function EntryForm({ editing, onDone }: Props) {
  const form = useFocusedField(editing);
  const { entry, failed, save, cancel } = useEntry({ editing, onDone });
  return (
    <form
      ref={form}
      class="detail entry-form"
      aria-label={editing.what ? t('ui_entryEdit') : t('ui_entryAdd')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        else if (event.key === 'Escape') cancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Body editing={editing} entry={entry.value} onChange={(changed) => (entry.value = changed)} />
      {failed.value !== null && (
        <p class="notice error" role="alert">
          {failed.value}
        </p>
      )}
      <Buttons isFixed={'fixed' in entry.value} cancel={cancel} />
    </form>
  );
}

/** Gives the focus to the field that somebody came for. */
function useFocusedField(editing: Editing) {
  const form = useRef<HTMLFormElement>(null);
  // At once: a key that is pressed meanwhile is meant for what is shown.
  useLayoutEffect(() => {
    const wanted = editing.what ? 'textarea, button' : 'input, select';
    const field = form.current?.querySelector<HTMLElement>(wanted);
    // What it is in stays in view above it.
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLTextAreaElement && 'record' in editing.entry)
      field.setSelectionRange(0, 0);
  }, []);
  return form;
}

/** The entry as it is written, and why it was not stored. */
function useEntry({ editing, onDone }: Props) {
  const { stored } = useStore();
  const entry = useSignal(editing.entry);
  const failed = useSignal<string | null>(null);
  const save = async () => {
    if ('fixed' in entry.value) return;
    failed.value = await stored.save(editing, entry.value);
    if (failed.value === null) onDone();
  };
  const cancel = () => {
    stored.cancel();
    onDone();
  };
  return { entry, failed, save, cancel };
}

interface ButtonsProps {
  /** True: it can only be looked at. */
  isFixed: boolean;
  cancel(): void;
}

function Buttons({ isFixed, cancel }: ButtonsProps) {
  return (
    <p class="entry-buttons">
      {!isFixed && (
        <button type="submit" class="button primary">
          {t('ui_save')}
        </button>
      )}
      <button type="button" class="button" onClick={cancel}>
        {isFixed ? t('ui_close') : t('ui_cancel')}
      </button>
    </p>
  );
}

interface BodyProps {
  editing: Editing;
  entry: Editing['entry'];
  onChange(entry: Entry): void;
}

function Body({ editing: { stores = [] }, entry, onChange }: BodyProps) {
  if ('fixed' in entry) return <FixedRecord fixed={entry.fixed} />;
  if (!('record' in entry)) return <Fields entry={entry} onChange={onChange} />;
  const { record } = entry;
  const set = (changed: Partial<EditedRecord>) => onChange({ record: { ...record, ...changed } });
  return <RecordFields record={record} stores={stores} set={set} />;
}

interface FieldsProps {
  entry: Exclude<Entry, { record: EditedRecord }>;
  onChange(entry: Entry): void;
}

function Fields({ entry, onChange }: FieldsProps) {
  const isCookie = 'cookie' in entry;
  const name = isCookie ? entry.cookie.name : entry.item.key;
  const value = isCookie ? entry.cookie.value : entry.item.value;
  const set = (changed: Partial<EditedCookie>) => {
    if (isCookie) onChange({ cookie: { ...entry.cookie, ...changed } });
    else {
      const { name: key = entry.item.key, value: text = entry.item.value } = changed;
      onChange({ item: { ...entry.item, key, value: text } });
    }
  };
  return (
    <div class="fields">
      <Field wide={!isCookie} label={isCookie ? t('ui_columnName') : t('ui_columnKey')}>
        <input
          type="text"
          class="mono"
          spellcheck={false}
          value={name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
      </Field>
      <Field wide={!isCookie} label={t('ui_columnValue')}>
        <textarea
          class="mono"
          rows={isCookie ? 2 : 5}
          spellcheck={false}
          value={value}
          onInput={(event) => set({ value: event.currentTarget.value })}
        />
      </Field>
      {isCookie && <CookieFields cookie={entry.cookie} set={set} />}
    </div>
  );
}

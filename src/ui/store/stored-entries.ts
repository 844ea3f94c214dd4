import { signal } from '@preact/signals';
import type {
  Changed,
  ChangeFailure,
  Entry,
  Fixed,
  StoreView,
} from '../../messaging/stored-entry.js';
import type { ContentNode, EntryName } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';
import { t } from '../words/i18n.js';
import { faultyLine } from '../jwt/json-position.js';
import type { Toasts } from './toasts.js';

/** What a person does to a stored entry, as it is told afterwards. */
type Deed = 'added' | 'changed' | 'deleted';

/** What is edited at the moment; `null` as an entry: a new one. */
export interface Editing {
  area: string;
  what: EntryName | null;
  entry: Entry | { fixed: Fixed };
  /** To which of them a new record may go. */
  stores?: readonly StoreView[];
}

/** Reads, changes and puts back what the browser stores, entry by entry. */
export class StoredEntries {
  readonly editing = signal<Editing | null>(null);

  constructor(
    readonly backend: Backend,
    readonly tabId: number,
    readonly toasts: Toasts,
    readonly refresh: () => Promise<void>,
  ) {}

  /** Formatted; null where it is no JSON, or not there any more. */
  async content(what: EntryName, revealed: boolean): Promise<ContentNode | null> {
    const { backend, tabId } = this;
    return backend.ask('getContent', { tabId, what, revealed }).catch(() => null);
  }

  /** Opens what is stored now to be edited. */
  async edit(area: string, what: EntryName): Promise<void> {
    const { backend, tabId } = this;
    const entry = await backend.ask('getEntry', { tabId, what }).catch(() => null);
    if (entry) this.editing.value = { area, what, entry: readable(entry) };
    else this.toasts.show({ text: failureText({ failed: 'gone' }) });
  }

  /** Opens a new entry. */
  add(area: string, entry: Entry): void {
    this.editing.value = { area, what: null, entry };
  }

  /** Opens a new record, of the store that `beside` is in. */
  async addRecord(area: string, origin: string, beside = ''): Promise<void> {
    const { backend, tabId } = this;
    const stores = await backend.ask('getStores', { tabId, origin }).catch(() => []);
    const own = stores.find(({ database, store }) => beside.startsWith(`${database}/${store}/`));
    const store = own ?? stores[0];
    if (!store) return this.toasts.show({ text: t('ui_recordNoStore') });
    const value = store.keyPath === null ? '' : '{}';
    const place = { ...store, origin, area: 'indexedDB' } as const;
    const record = { ...place, key: store.makesKeys ? null : '', value };
    this.editing.value = { area, what: null, entry: { record }, stores };
  }

  cancel(): void {
    this.editing.value = null;
  }

  /** Stores what was edited; what went wrong where it was not. */
  async save({ what }: Editing, entry: Entry): Promise<string | null> {
    const fault = 'record' in entry ? jsonFault(entry.record.value) : null;
    if (fault !== null) return fault;
    const failed = await this.#change(what, entry, what ? 'changed' : 'added', nameOf(entry));
    if (failed === null) this.cancel();
    return failed;
  }

  async remove(what: EntryName, name: string): Promise<void> {
    const failed = await this.#change(what, null, 'deleted', name);
    if (failed !== null) this.toasts.show({ text: failed });
  }

  async #change(
    what: EntryName | null,
    entry: Entry | null,
    deed: Deed,
    name: string,
  ): Promise<string | null> {
    const { tabId } = this;
    const changed = await this.#attempt(() =>
      this.backend.ask('changeEntry', { tabId, what, entry }),
    );
    if (!('change' in changed)) return failureText(changed);
    const run = () => void this.#undo(changed.change);
    this.toasts.show({ text: doneText(deed, name), action: { name: t('ui_undo'), run } });
    return null;
  }

  async #undo(change: number): Promise<void> {
    const { tabId } = this;
    const undone = await this.#attempt(() => this.backend.ask('undoChange', { tabId, change }));
    this.toasts.show({ text: 'failed' in undone ? failureText(undone) : t('ui_undone') });
  }

  async #attempt(work: () => Promise<Changed>): Promise<Changed> {
    const changed = await work().catch((): Changed => ({ failed: 'gone' }));
    await this.refresh();
    return changed;
  }
}

function nameOf(entry: Entry): string {
  if ('cookie' in entry) return entry.cookie.name;
  if ('item' in entry) return entry.item.key;
  const { database, store, key } = entry.record;
  return [database, store, ...(key === null ? [] : [key])].join('/');
}

/** A record as somebody reads it: its JSON in lines. */
function readable(entry: Editing['entry']): Editing['entry'] {
  if (!('record' in entry)) return entry;
  const value = JSON.stringify(JSON.parse(entry.record.value), null, 2);
  return { record: { ...entry.record, value } };
}

function jsonFault(value: string): string | null {
  try {
    JSON.parse(value);
    return null;
  } catch {
    return t('ui_entryNotJson', faultyLine(value));
  }
}

function doneText(deed: Deed, name: string): string {
  if (deed === 'added') return t('ui_entryAdded', name);
  return deed === 'changed' ? t('ui_entryChanged', name) : t('ui_entryDeleted', name);
}

function failureText({ failed, why }: { failed: ChangeFailure; why?: string }): string {
  switch (failed) {
    case 'gone':
      return t('ui_entryGone');
    case 'full':
      return t('ui_entryNoRoom');
    case 'late':
      return t('ui_undoLate');
    case 'left':
      return t('ui_undoLeft');
    case 'held':
      return t('ui_entryHeld');
    case 'taken':
      return t('ui_entryTaken');
    case 'key':
      return t('ui_entryNoKey');
    case 'json':
      return t('ui_entryNotJson', 1);
    case 'refused':
      return why ? t('ui_entryRefusedWhy', why) : t('ui_entryRefused');
  }
}

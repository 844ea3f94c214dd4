import { beforeEach, describe, expect, it } from 'vitest';
import type { Changed, EditedRecord, Entry } from '../../../src/messaging/stored-entry.js';
import type { EntryName } from '../../../src/messaging/views.js';
import type { Editing } from '../../../src/ui/store/stored-entries.js';
import { ViewerStore } from '../../../src/ui/store/store.js';
import { useCatalogue } from '../../support/use-catalogue.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

const what: EntryName = { origin: 'https://www.shop.test', area: 'localStorage', itemId: 'auth' };
const AREA = 'localStorage https://www.shop.test';

describe('StoredEntries', () => {
  let backend: FixtureBackend;
  let store: ViewerStore;
  useCatalogue('en');
  beforeEach(async () => {
    backend = new FixtureBackend('rich', 0);
    store = new ViewerStore(backend, 1);
    store.nav.screen.value = 'storage';
    await store.refresh();
  });
  const keys = () => store.storage.value?.areas[1]?.items.slice(0, 2).map(({ key }) => key);
  const save = (editing: Editing) => store.stored.save(editing, editing.entry as Entry);
  const said = () => store.toasts.now.value?.text;

  it('delete, say so, and put back', async () => {
    await store.stored.remove(what, 'auth');
    expect(keys()).toEqual(['__proto__', 'cache:0']);
    expect(said()).toBe('auth was deleted.');
    store.toasts.now.value?.action?.run();
    await expect.poll(said).toBe('Everything is as it was before.');
    expect(keys()).toEqual(['auth', '__proto__']);
  });

  it('ask for what is stored only when it is edited', async () => {
    expect(backend.asked).not.toContain('getEntry');
    await store.stored.edit(AREA, what);
    const editing = store.stored.editing.value!;
    expect(editing.entry).toMatchObject({ item: { value: 'raw auth' } });
    expect(await save(editing)).toBeNull();
    expect([said(), store.stored.editing.value]).toEqual(['auth was changed.', null]);
  });

  it.each<[Changed, string]>([
    [{ failed: 'refused', why: 'SameSite=None needs Secure' }, 'SameSite=None needs Secure'],
    [{ failed: 'refused' }, 'The browser refused this.'],
    [{ failed: 'full' }, 'no room'],
    [{ failed: 'gone' }, 'not there any more'],
    [{ failed: 'held' }, 'The page holds this database'],
    [{ failed: 'taken' }, 'There is already an entry'],
    [{ failed: 'key' }, 'no key that IndexedDB takes'],
    [{ failed: 'json' }, 'no JSON'],
    [{ failed: 'late' }, 'too late to undo'],
    [{ failed: 'left' }, 'the page is gone'],
  ])('say why nothing was changed, and stay open: %j', async (refusal, words) => {
    backend.stored.refusal = refusal;
    await store.stored.edit(AREA, what);
    const editing = store.stored.editing.value!;
    expect(await save(editing)).toContain(words);
    expect(store.stored.editing.value).toBe(editing);
    await store.stored.remove(what, 'auth');
    expect(said()).toContain(words);
  });

  const origin = 'https://www.shop.test';
  const DATABASES = `indexedDB ${origin}`;
  const record = (itemId: string): EntryName => ({ origin, area: 'indexedDB', itemId });

  it('are records in lines, which stay as they are while they are no JSON', async () => {
    await store.stored.edit(DATABASES, record('user'));
    const editing = store.stored.editing.value!;
    const { record: read } = editing.entry as { record: EditedRecord };
    expect(read.value.split('\n')).toEqual([
      '{',
      '  "id": "user",',
      '  "refresh_token": "raw"',
      '}',
    ]);
    const broken = { record: { ...read, value: '{\n  "id": \n}' } };
    expect(await store.stored.save(editing, broken)).toBe('This is no JSON: see line 3.');
    expect(backend.stored.changed).toEqual([]);
    expect(await store.stored.save(editing, editing.entry as Entry)).toBeNull();
    expect(backend.stored.changed).toMatchObject([{ entry: { record: { keyPath: 'id' } } }]);
  });

  it('say what in a record keeps it from being edited', async () => {
    await store.stored.edit(DATABASES, record('key'));
    expect(store.stored.editing.value?.entry).toEqual({
      fixed: { kind: 'CryptoKey', at: 'private' },
    });
  });

  it('are added to the store of the record that is selected, or to the first', async () => {
    const keyOf = async (beside?: string) => {
      await store.stored.addRecord(DATABASES, origin, beside);
      const { entry } = store.stored.editing.value!;
      return (entry as { record: EditedRecord }).record;
    };
    expect(await keyOf('keys/pairs/1')).toMatchObject({ store: 'pairs', key: null, value: '' });
    expect(await keyOf()).toMatchObject({ store: 'firebaseLocalStorage', key: '', value: '{}' });
    store.stored.cancel();
    backend.stored.stores = [];
    await store.stored.addRecord(DATABASES, origin);
    expect(store.stored.editing.value).toBeNull();
    expect(said()).toContain('no object store');
  });
});

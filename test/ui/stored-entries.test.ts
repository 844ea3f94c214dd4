import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Changed, EntryName } from '../../src/messaging/protocol.js';
import { installCatalogue } from '../../src/ui/i18n.js';
import { ViewerStore } from '../../src/ui/store.js';
import { catalogueOf } from '../fixtures/messages.js';
import { FixtureBackend } from '../fixtures/ui-backend.js';

const what: EntryName = { origin: 'https://www.shop.test', area: 'localStorage', itemId: 'auth' };
const AREA = 'localStorage https://www.shop.test';

describe('StoredEntries', () => {
  let backend: FixtureBackend;
  let store: ViewerStore;
  beforeAll(() => installCatalogue(catalogueOf('en')));
  beforeEach(async () => {
    backend = new FixtureBackend('rich', 0);
    store = new ViewerStore(backend, 1);
    store.nav.screen.value = 'storage';
    await store.refresh();
  });
  const keys = () => store.storage.value?.areas[1]?.items.slice(0, 2).map(({ key }) => key);
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
    expect(await store.stored.save(editing, editing.entry)).toBeNull();
    expect([said(), store.stored.editing.value]).toEqual(['auth was changed.', null]);
  });

  it.each<[Changed, string]>([
    [{ failed: 'refused', why: 'SameSite=None needs Secure' }, 'SameSite=None needs Secure'],
    [{ failed: 'refused' }, 'The browser refused this.'],
    [{ failed: 'full' }, 'no room'],
    [{ failed: 'gone' }, 'not there any more'],
  ])('say why nothing was changed, and stay open: %j', async (refusal, words) => {
    backend.stored.refusal = refusal;
    await store.stored.edit(AREA, what);
    const editing = store.stored.editing.value!;
    expect(await store.stored.save(editing, editing.entry)).toContain(words);
    expect(store.stored.editing.value).toBe(editing);
    await store.stored.remove(what, 'auth');
    expect(said()).toContain(words);
  });
});

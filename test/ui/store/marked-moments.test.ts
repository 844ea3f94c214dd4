import { describe, expect, it, vi } from 'vitest';
import { ViewerStore } from '../../../src/ui/store/store.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

const withMarks = async (...names: string[]) => {
  const backend = new FixtureBackend('rich', 0);
  const store = new ViewerStore(backend, 1);
  store.nav.show('compare');
  for (const name of names) await store.mark(name);
  return { backend, store };
};

/** A refresh may be under way already. */
const until = (check: () => void) => vi.waitFor(check, 30_000);

const names = (store: ViewerStore) => {
  const { from, to } = store.marked.comparison.value ?? {};
  return [from?.name, to?.name];
};

describe('the marked moments of a viewer', () => {
  it('are those that the background knows', async () => {
    const { backend, store } = await withMarks('A');
    await backend.ask('mark', { tabId: 1, name: 'by another viewer' });
    void store.refresh();
    await until(() => {
      expect(store.marked.all.value.map(({ name }) => name)).toEqual(['A', 'by another viewer']);
    });
  });

  it('are not compared where nobody looks', async () => {
    const { backend, store } = await withMarks();
    store.nav.show('storage');
    await store.mark('A');
    await store.mark('B');
    await until(() =>
      expect(backend.asked.lastIndexOf('getStorage')).toBeGreaterThan(
        backend.asked.lastIndexOf('mark'),
      ),
    );
    expect(backend.asked).not.toContain('compareMarks');
    store.nav.show('compare');
    await until(() => expect(names(store)).toEqual(['A', 'B']));
  });

  it('are not compared where there is one only', async () => {
    const { backend, store } = await withMarks('A');
    await until(() =>
      expect(backend.asked.lastIndexOf('getMarks')).toBeGreaterThan(
        backend.asked.lastIndexOf('mark'),
      ),
    );
    expect(backend.asked).not.toContain('compareMarks');
    expect(store.marked.pair.value).toBeNull();
  });

  it('are compared, the last two unless others are chosen', async () => {
    const { store } = await withMarks('A', 'B', 'C');
    await until(() => expect(names(store)).toEqual(['B', 'C']));
    store.chooseMark('from', 1);
    expect(store.marked.comparison.value).toBeNull();
    await until(() => expect(names(store)).toEqual(['A', 'C']));
    await store.mark('D');
    await until(() => expect(names(store)).toEqual(['C', 'D']));
  });

  it('are compared again when something changed', async () => {
    const { backend, store } = await withMarks('A', 'B');
    await until(() => expect(names(store)).toEqual(['A', 'B']));
    backend.compared = { stayed: ['c4'] };
    void store.refresh();
    await until(() => expect(store.marked.comparison.value?.stayed).toEqual(['c4']));
  });

  it('go with what is cleared, even while their comparison is asked for', async () => {
    const { store } = await withMarks('A', 'B');
    const compared = store.marked.compare();
    await store.recording.clear();
    await compared;
    expect(store.marked.all.value).toEqual([]);
    expect(store.marked.pair.value).toBeNull();
    expect(store.marked.comparison.value).toBeNull();
  });

  it('say so where a moment could not be marked', async () => {
    const { backend, store } = await withMarks();
    backend.state = 'down';
    expect(await store.mark('A')).toBe(false);
    backend.state = 'rich';
    expect(await store.mark('A')).toBe(true);
  });

  it('are renamed, and deleted with a way back', async () => {
    const { store } = await withMarks('A', 'B', 'C');
    await store.marked.rename(2, 'middle');
    await store.marked.delete(3);
    const all = () => store.marked.all.value.map(({ name }) => name);
    expect(all()).toEqual(['A', 'middle']);
    await until(() => expect(names(store)).toEqual(['A', 'middle']));
    expect(store.toasts.now.value?.text).toContain('ui_markDeleted');
    store.toasts.now.value?.action?.run();
    await until(() => expect(all()).toEqual(['A', 'middle', 'C']));
    store.toasts.dismiss();
  });

  it('stay as they are where the background does not answer', async () => {
    const { backend, store } = await withMarks('A', 'B');
    await until(() => expect(names(store)).toEqual(['A', 'B']));
    backend.state = 'down';
    await store.marked.rename(1, 'C');
    await store.marked.delete(1);
    expect(store.marked.all.value.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(store.toasts.now.value?.text).toContain('ui_noAnswer');
    store.toasts.dismiss();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ViewerStore } from '../../../src/ui/store/store.js';
import { within } from '../../../src/ui/backend/within.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

const started = async (backend: FixtureBackend) => {
  const store = new ViewerStore(backend, 1);
  await store.refresh();
  return store;
};

describe('ViewerStore', () => {
  it('asks only for what is on screen', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    expect(backend.asked).toEqual(['getStatus', 'getReport', 'getProofs']);
    store.nav.screen.value = 'requests';
    await store.refresh();
    expect(backend.asked).toContain('getRequests');
    expect(backend.asked).not.toContain('getStorage');
    expect(store.requests.value.rows).toHaveLength(3);
  });

  it('asks for a report again only where something was observed', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    const reports = () => backend.asked.filter((type) => type === 'getReport').length;
    expect(reports()).toBe(1);
    await store.refresh();
    expect(reports()).toBe(2);
    backend.quiet = true;
    await store.refresh();
    expect(reports()).toBe(2);
    await store.recording.clear();
    expect(reports()).toBe(3);
  });

  it('asks for one under a list only where the list names a credential that is not known', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    const reports = () => backend.asked.filter((type) => type === 'getReport').length;
    store.nav.screen.value = 'requests';
    await store.refresh();
    backend.addRows(2);
    await store.refresh();
    const rows = store.requests.value.rows;
    const known = rows.flatMap(({ carried, set }) => [...carried, ...set]);
    expect(known.every((id) => store.credentials.value.has(id))).toBe(true);
    expect(reports()).toBe(1);
    store.report.value = { ...store.report.value!, credentials: [] };
    await store.refresh();
    expect(reports()).toBe(2);
  });

  it('asks for one under a list after a rest: a row may be a login, or a logout', async () => {
    vi.useFakeTimers();
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    const reports = () => backend.asked.filter((type) => type === 'getReport').length;
    store.nav.screen.value = 'requests';
    for (let n = 0; n < 5; n++) await store.refresh();
    expect(reports()).toBe(1);
    backend.quiet = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reports()).toBe(2);
  });

  it('takes in new rows and leaves the selection alone', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    store.nav.screen.value = 'requests';
    store.nav.requestId.value = 'r1';
    await store.refresh();
    backend.addRows(2);
    await store.refresh();
    expect(store.requests.value.rows.map(({ id }) => id)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(store.nav.requestId.value).toBe('r1');
  });

  it('makes one refresh of many calls during a refresh', async () => {
    const backend = new FixtureBackend('rich', 0);
    const store = new ViewerStore(backend, 1);
    const first = store.refresh();
    for (let n = 0; n < 10; n += 1) void store.refresh();
    await first;
    expect(backend.asked.filter((type) => type === 'getReport')).toHaveLength(2);
  });

  it('forgets selection and revealed values when the tab is cleared', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    const secret = { what: { credentialId: 'c1' }, version: '1' };
    await store.revealed.show(secret);
    expect(store.revealed.get(secret)).toContain('c1');
    store.nav.selectCredential('c1');
    await store.recording.clear();
    expect(store.revealed.get(secret)).toBeUndefined();
    expect(store.nav.credentialId.value).toBeNull();
    expect(store.report.value?.credentials).toEqual([]);
  });

  it('does not show a revealed value for a value that took its place', async () => {
    const store = await started(new FixtureBackend('rich', 0));
    const what = { credentialId: 'c1' };
    await store.revealed.show({ what, version: 'before' });
    expect(store.revealed.get({ what, version: 'after' })).toBeUndefined();
  });

  it('knows the worst finding of a credential', async () => {
    const store = await started(new FixtureBackend('rich', 0));
    expect(store.worstOf('c1')).toBe('high');
    expect(store.worstOf('c14')).toBeNull();
    expect(store.known.factsOf('c1')).toMatchObject({ role: 'session', worst: 'high' });
    expect(store.known.factsOf('nobody')).toBeUndefined();
  });
});

describe('what is drawn of the report', () => {
  it('stays the same object until it says something else', async () => {
    const backend = new FixtureBackend('rich', 3);
    const store = await started(backend);
    const { value: report } = store.report;
    const [picture, flows] = [store.picture.value, store.flows.value];
    expect(picture?.rows.length).toBeGreaterThan(11);
    await store.refresh();
    expect(store.report.value).not.toBe(report);
    expect(store.picture.value).toBe(picture);
    expect(store.flows.value).toBe(flows);
    backend.state = 'new';
    await store.refresh();
    expect(store.picture.value?.rows).toEqual([]);
    expect(store.flows.value).toEqual([]);
  });
});

describe('ViewerStore without an answer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks again by itself, complains only at the second failure, and recovers', async () => {
    const backend = new FixtureBackend('down', 0);
    const store = await started(backend);
    expect(store.connection.state.value).toBe('waiting');
    await vi.advanceTimersToNextTimerAsync();
    expect(store.connection.state.value).toBe('failed');
    backend.state = 'rich';
    await vi.advanceTimersToNextTimerAsync();
    expect(store.connection.state.value).toBe('up');
    expect(store.report.value?.credentials.length).toBeGreaterThan(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('complains at once when it has waited for long, and says how long', async () => {
    const backend = new FixtureBackend('rich', 0);
    backend.ask = () => within(30_000, new Promise(() => {}));
    const store = new ViewerStore(backend, 1);
    const first = store.refresh();
    await vi.advanceTimersByTimeAsync(30_000);
    await first;
    expect([store.connection.state.value, store.connection.gaveUpAfter.value]).toEqual([
      'failed',
      30,
    ]);
  });
});

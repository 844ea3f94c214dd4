import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ViewerStore } from '../../../src/ui/store/store.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

const NOW = Date.parse('2026-05-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

async function viewer(rows = 100) {
  const backend = new FixtureBackend('rich', rows);
  const store = new ViewerStore(backend, 1);
  await store.refresh();
  const select = async (from: number, to: number) => {
    store.nav.selectSpan({ from: NOW + from * 1000, to: NOW + to * 1000 });
    await store.refresh();
  };
  return { backend, store, select };
}

describe('a selected span', () => {
  it('holds requests, credentials, findings, picture and logins to it, whatever screen is shown', async () => {
    const { store, select } = await viewer(5000);
    const { inSpan } = store;
    const all = () => [
      inSpan.credentials.value.length,
      inSpan.findings.value.findings.size,
      inSpan.picture.value?.picture.rows.length,
      inSpan.flows.value.within.length,
    ];
    const whole = all();
    await select(-310, -290);
    expect(inSpan.requests.value).toHaveLength(201);
    expect(all()).toEqual([3, 0, 3, 1]);
    await select(-600, -595);
    expect(inSpan.findings.value.findings.size).toBe(whole[1]);
    store.nav.selectSpan(null);
    expect(inSpan.requests.value).toHaveLength(5000);
    expect(all()).toEqual(whole);
  });

  it('asks for no requests on other screens while there is none', async () => {
    const { backend, store, select } = await viewer();
    expect(backend.asked).not.toContain('getRequests');
    await select(-599, -595);
    expect(backend.asked).toContain('getRequests');
    const asked = () => backend.asked.filter((type) => type === 'getRequests').length;
    store.nav.selectSpan(null);
    await store.refresh();
    const before = asked();
    await store.refresh();
    expect(asked()).toBe(before);
  });

  it.each<[string, (store: ViewerStore) => void, boolean]>([
    ['a request within it', ({ nav }) => nav.openRequest('r20'), true],
    ['a request outside of it', ({ nav }) => nav.openRequest('r90'), false],
    ['a request that is not known', ({ nav }) => nav.openRequest('r999'), true],
    ['a credential within it', ({ nav }) => nav.openCredential('c1'), true],
    ['a credential outside of it', ({ nav }) => nav.openCredential('c14'), false],
    ['a rule that found nothing there', ({ nav }) => nav.openRule('no-such-rule'), false],
    ['a severity', ({ nav }) => nav.openFindings('low'), true],
    ['another screen', ({ nav }) => nav.show('storage'), true],
  ])('stays at a link to %s: %s', async (_, go, stays) => {
    const { store, select } = await viewer();
    await select(-599, -595);
    const { value: span } = store.nav.span;
    go(store);
    expect(store.nav.span.value).toEqual(stays ? span : null);
  });

  it('comes again by Back where a link ended it', async () => {
    const { store, select } = await viewer();
    await select(-599, -595);
    const { value: span } = store.nav.span;
    store.nav.openRequest('r90');
    expect(store.nav.span.value).toBeNull();
    store.nav.back();
    expect(store.nav.span.value).toEqual(span);
  });

  it('ends when the record is cleared', async () => {
    const { store, select } = await viewer();
    await select(-599, -595);
    await store.recording.clear();
    expect(store.nav.span.value).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { Scope, type ScopeParts } from '../../../src/background/tabs/scope.js';
import { DEFAULT_OPTIONS, type Options } from '../../../src/messaging/options.js';
import type { DevtoolsEntry, LogRecord } from '../../../src/recording/record.js';

const SHOP = 'https://shop.test/';
const ELSE = 'https://else.test/';

const scopeOf = (options: Partial<Options>, parts: Partial<ScopeParts> = {}) =>
  new Scope({
    options: () => ({ ...DEFAULT_OPTIONS, ...options }),
    isPaused: () => false,
    isInspected: (tabId) => tabId === 1,
    url: () => SHOP,
    openerOf: () => undefined,
    ...parts,
  });

const allowed = { capture: 'allowed', sites: ['shop.test'] } as const;
const inspected = { capture: 'inspected' } as const;

const sent = (url: string, type: 'document' | 'fetch', more: object = {}): LogRecord => ({
  kind: 'sent',
  id: '1',
  at: 1,
  url,
  method: 'GET',
  type,
  frameId: 0,
  headers: [],
  ...more,
});

describe('what is recorded', () => {
  it('is everything by default, and nothing where the tab is paused', () => {
    expect(scopeOf({}).takes(7, sent(ELSE, 'document'))).toBe(true);
    const paused = scopeOf({}, { isPaused: () => true });
    expect(paused.takes(7, sent(ELSE, 'document'))).toBe(false);
    expect(paused.wantsAny([7])).toBe(false);
    expect(paused.of(7)).toBe('recorded');
  });

  it('is what DevTools are open on, and windows that it opened', () => {
    const scope = scopeOf(inspected, { openerOf: (tabId) => (tabId === 2 ? 1 : undefined) });
    expect([1, 2, 3].map((tabId) => scope.of(tabId))).toEqual([
      'recorded',
      'recorded',
      'not-inspected',
    ]);
    expect([[3], [3, 1], []].map((tabs) => scope.wantsAny(tabs))).toEqual([false, true, false]);
  });

  it.each<[string, LogRecord, boolean]>([
    ['a page of an allowed site', sent(SHOP, 'document'), true],
    ['a page of another', sent(ELSE, 'document'), false],
    ['what a page of an allowed site asks elsewhere', sent(ELSE, 'fetch'), true],
    ['what the page of a window asks', sent(SHOP, 'fetch', { topUrl: ELSE }), false],
    ['a navigation to another site', { kind: 'navigated', at: 1, url: ELSE }, false],
    ['a mark', { kind: 'marked', at: 1, name: 'here' }, true],
  ])('is %s: %#', (_, record, taken) => {
    expect(scopeOf(allowed).takes(1, record)).toBe(taken);
  });

  it('is nothing of a page that is not allowed, wherever it asks', () => {
    const scope = scopeOf(allowed, { url: () => ELSE });
    expect(scope.takes(1, sent(SHOP, 'fetch'))).toBe(false);
    expect(scope.of(1)).toBe('not-allowed');
    expect(scope.takes(1, sent(SHOP, 'document'))).toBe(true);
  });

  it('is known to have become less', () => {
    let options: Options = DEFAULT_OPTIONS;
    const scope = scopeOf({}, { options: () => options });
    expect(scope.narrowed([1, 2])).toEqual([]);
    options = { ...DEFAULT_OPTIONS, ...inspected };
    expect([scope.narrowed([1, 2]), scope.narrowed([1, 2])]).toEqual([[2], []]);
  });

  it('is listened to only where anything can be allowed', () => {
    expect(scopeOf(allowed).wantsAny([1])).toBe(true);
    expect(scopeOf({ capture: 'allowed', sites: [] }).wantsAny([1])).toBe(false);
  });
});

describe('what DevTools tell', () => {
  const entry = (url: string, type: DevtoolsEntry['type'], startedAt: number) =>
    ({ url, type, startedAt }) as DevtoolsEntry;

  it('is nothing of the page before, which was not allowed', () => {
    const scope = scopeOf(allowed);
    scope.moved(1, ELSE, 100);
    const told = [
      entry(`${ELSE}api`, 'fetch', 50),
      entry(ELSE, 'document', 50),
      entry(SHOP, 'document', 90),
      entry(`${ELSE}pixel`, 'fetch', 150),
    ];
    expect(scope.ofDevtools(1, told)).toEqual([told[2], told[3]]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { asksAcross } from '../../../src/background/tabs/private-tabs.js';
import type { PageRequest } from '../../../src/messaging/protocol.js';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const { OpenTabs } = await import('../../../src/background/tabs/open-tabs.js');

const SHOP = 'https://shop.test';
const [PLAIN, PRIVATE, CONTAINER] = [1, 2, 3];

function openTabs() {
  const open = new OpenTabs();
  open.know({ id: PLAIN, incognito: false, cookieStoreId: 'firefox-default' });
  open.know({ id: PRIVATE, incognito: true, cookieStoreId: 'firefox-private' });
  open.know({ id: CONTAINER, incognito: false, cookieStoreId: 'firefox-container-1' });
  for (const tab of [PLAIN, PRIVATE, CONTAINER]) open.show(tab, `${SHOP}/`);
  return open;
}

describe('a request without a tab', () => {
  it.each([
    ['firefox-default', PLAIN],
    ['firefox-private', PRIVATE],
    ['firefox-container-1', CONTAINER],
  ])('of the store %s belongs to its tabs alone', (store, tab) => {
    expect(openTabs().ofOrigin(SHOP, store)).toEqual([tab]);
  });

  it('of a store that no tab has belongs to none', () => {
    expect(openTabs().ofOrigin(SHOP, 'firefox-container-2')).toEqual([]);
  });

  it('belongs to all tabs of its origin where the browser tells no stores', () => {
    const open = new OpenTabs();
    for (const id of [PLAIN, PRIVATE]) {
      open.know({ id, incognito: true });
      open.show(id, `${SHOP}/`);
    }
    expect(open.ofOrigin(SHOP, undefined)).toEqual([PLAIN, PRIVATE]);
  });
});

describe('the tabs of private windows', () => {
  it('are known, and forgotten when they close', () => {
    const open = openTabs();
    expect([PLAIN, PRIVATE, CONTAINER].map((tab) => open.isPrivate(tab))).toEqual([
      false,
      true,
      false,
    ]);
    open.close(PRIVATE);
    open.know({ id: PRIVATE, incognito: true, cookieStoreId: 'firefox-private' });
    expect(open.isPrivate(PRIVATE)).toBe(false);
  });

  const reveal = (tabId: number): PageRequest => ({
    type: 'reveal',
    tabId,
    what: { credentialId: 'c1' },
  });
  it.each([
    ['an ordinary page', { incognito: false }, PRIVATE, true],
    ['a private page', { incognito: true }, PLAIN, true],
    ['an ordinary page', { incognito: false }, PLAIN, false],
    ['a private page', { incognito: true }, PRIVATE, false],
    ['a popup or panel, which has no tab', undefined, PRIVATE, false],
  ])('%s (%j) that asks for a raw value of tab %i is refused: %j', (_, asker, tab, refused) => {
    expect(asksAcross(reveal(tab), asker, openTabs())).toBe(refused);
  });

  it('are told of without raw values, as the browser itself does', () => {
    const ask: PageRequest = { type: 'getStatus', tabId: PRIVATE };
    expect(asksAcross(ask, { incognito: false }, openTabs())).toBe(false);
  });
});

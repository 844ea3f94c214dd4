import { describe, expect, it } from 'vitest';
import { Owners } from '../../../src/background/tabs/owners.js';
import type { SentEvent } from '../../../src/recording/requests/request-event.js';

const AT = 1_700_000_000_000;
const FRAME = 'https://widget.test/frame?n=1';

/** Tabs 1 and 2 show pages of other sites, tab 3 one of the frame's own. */
const open = {
  ofOrigin: (origin: string) => (origin === 'https://widget.test' ? [3] : []),
  usesStore: () => true,
};

function sent(id: string, more: Partial<SentEvent> = {}, referrer?: string): SentEvent {
  return {
    kind: 'sent',
    id,
    at: AT,
    url: 'https://widget.test/api',
    method: 'GET',
    type: 'fetch',
    frameId: -1,
    headers: referrer === undefined ? [] : [{ name: 'referer', value: referrer }],
    ...more,
  };
}

/** One that knows a frame in each of these tabs. */
function ownersWith(...tabs: number[]) {
  const owners = new Owners(open);
  for (const tab of tabs)
    owners.note(tab, sent(`frame${tab}`, { url: `${FRAME}#a`, type: 'frame', frameId: 5 }));
  return owners;
}

const of = (owners: Owners, event: SentEvent) => owners.of(event, 'https://widget.test', undefined);

describe('a request that is told without a tab', () => {
  it.each([
    ['is that of the frame that it names', ownersWith(1), sent('9', {}, FRAME), [1], true],
    ['is nobody’s where two tabs had it', ownersWith(1, 2), sent('9', {}, FRAME), [1, 2], false],
    ['is nobody’s where it names none', ownersWith(1), sent('9'), [3, 1], false],
    [
      'is nobody’s where it names an origin alone',
      ownersWith(1),
      sent('9', {}, 'https://widget.test/'),
      [3, 1],
      false,
    ],
    [
      'is that of a service worker’s pages where it names a script',
      ownersWith(1),
      sent('9', {}, 'https://widget.test/sw.js'),
      [3],
      true,
    ],
    ['is that of a service worker’s pages where no frame was', ownersWith(), sent('9'), [3], true],
    [
      'is that of a service worker’s pages long after the frame',
      ownersWith(1),
      sent('9', { at: AT + 60_000 }),
      [3],
      true,
    ],
  ])('%s', (_, owners, event, tabs, certain) => {
    expect(of(owners, event)).toEqual({ tabs, certain });
  });

  it('is of no frame that uses another store of cookies, such as that of private windows', () => {
    const stores = ['firefox-default', 'firefox-private'];
    const apart = new Owners({
      ofOrigin: () => [],
      usesStore: (tab, store) => store === stores[tab],
    });
    for (const tab of [0, 1])
      apart.note(tab, sent(`frame${tab}`, { url: FRAME, type: 'frame', frameId: 5 }));
    const tabsOf = (id: string, store: string) => apart.of(sent(id, {}, FRAME), '', store).tabs;
    expect(stores.map((store) => tabsOf(store, store))).toEqual([[0], [1]]);
  });

  it('belongs to the tab in which it began, whatever it names', () => {
    const owners = ownersWith(2);
    owners.note(1, sent('7'));
    const failed = { kind: 'failed', id: '7', at: AT + 1, error: 'net::ERR_ABORTED' } as const;
    expect(owners.of(failed, undefined, undefined)).toEqual({ tabs: [1], certain: true });
    expect(of(owners, sent('7', {}, FRAME)).tabs).toEqual([1]);
  });

  it('ends where it began, though what tells has changed', () => {
    const owners = ownersWith();
    expect(of(owners, sent('7')).tabs).toEqual([3]);
    owners.note(1, sent('f', { url: FRAME, type: 'frame', frameId: 5 }));
    expect(of(owners, sent('7', {}, FRAME)).tabs).toEqual([3]);
  });

  it('is known by its frame, of whose address only a hash is kept', () => {
    const owners = ownersWith(1);
    expect(of(owners, sent('9', {}, FRAME)).tabs).toEqual([1]);
  });
});

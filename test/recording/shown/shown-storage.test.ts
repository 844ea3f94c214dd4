import { describe, expect, it } from 'vitest';
import { itemId } from '../../../src/recording/shown/storage-areas.js';
import { START } from '../../support/exchange.js';
import { recorded, request } from '../../support/recorded.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const sid = new Seeded('shown storage').bytes(16).toString('hex');

describe('what a site keeps in the browser', () => {
  it('is shown masked, and one value in full to who asks', () => {
    const recording = recorded(
      { kind: 'navigated', at: START, url: `${SITE}/` },
      ...request(1, { sets: `PHPSESSID=${sid}; Path=/` }),
    );
    recording.add({
      kind: 'storage-observed',
      at: START + 10,
      origin: SITE,
      area: 'localStorage',
      whole: true,
      set: [{ key: 'session', value: sid, length: sid.length }],
      removed: [],
      dropped: 0,
    });
    const cookie = { name: 'PHPSESSID', value: sid, domain: 'shop.test', path: '/' };
    recording.add({
      kind: 'jar',
      at: START + 11,
      site: SITE,
      cookies: [{ ...cookie, hostOnly: true, partitioned: false }],
    });
    const view = recording.storage.view();
    expect(view.areas.map(({ owner, area, items }) => [owner, area, items[0]?.key])).toEqual([
      ['shop.test', 'cookies', 'PHPSESSID'],
      [SITE, 'localStorage', 'session'],
    ]);
    expect(view.areas[0]!.items[0]!.credentialIds).toEqual(['c1']);
    expect(JSON.stringify(view)).not.toContain(sid);
    expect(
      recording.storage.reveal({ origin: SITE, area: 'localStorage', itemId: itemId('session') }),
    ).toBe(sid);
    expect(recording.storage.reveal({ credentialId: 'c1' })).toBe(sid);
    expect(recording.storage.reveal({ credentialId: 'c99' })).toBeUndefined();
  });
});

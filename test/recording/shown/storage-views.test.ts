import { describe, expect, it } from 'vitest';
import { cookieAreas, webAreas } from '../../../src/recording/shown/storage-views.js';

const CASES: [title: string, key: string, value: string, shown: string][] = [
  ['a taste in words', 'theme', 'dark', 'dark'],
  ['a setting of a component', 'sidebar-collapsed', 'true', 'true'],
  ['a language', 'locale', 'pt-BR', 'pt-BR'],
  ['an id under the name of a taste', 'theme', '9f86d081884c7d659a2feaa0c55ad015', '9f86…(32)'],
  ['a word under the name of nothing known', 'who', 'alice', 'a…(5)'],
  ['a word under the name of a secret', 'password', 'dark', 'd…(4)'],
];

describe('what is kept, as a list may show it', () => {
  it.each(CASES)('%s', (_, key, value, shown) => {
    const items = [{ key, value, length: value.length }];
    const place = { kind: 'storage', origin: 'https://a.test', area: 'localStorage' } as const;
    const [web] = webAreas([{ ...place, at: 0, items, dropped: 0 }], () => []);
    const cookie = { name: key, value, domain: 'a.test', path: '/', hostOnly: true };
    const cookies = [{ ...cookie, partitioned: false }];
    const [jar] = cookieAreas({ kind: 'jar', at: 0, site: 'https://a.test', cookies }, () => []);
    expect([web?.items[0]?.preview, jar?.items[0]?.preview]).toEqual([shown, shown]);
  });

  it('is nothing of an area that was looked at and has nothing', () => {
    const place = { kind: 'storage', origin: 'https://a.test', at: 0 } as const;
    const empty = { ...place, area: 'localStorage' as const, items: [], dropped: 0 };
    const tooLarge = { ...place, area: 'sessionStorage' as const, items: [], dropped: 1 };
    expect(webAreas([empty, tooLarge], () => [])).toMatchObject([{ area: 'sessionStorage' }]);
  });
});

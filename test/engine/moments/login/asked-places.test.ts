import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';

const SITE = 'https://news.test';
const random = new Seeded('asked places');
const ID = random.base62(24);

const asks = (path: string, second: number, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, at: START + second * 1000, ...more });
const page = (second: number, cookie: string, from = 'none', path = '/') =>
  asks(path, second, { type: 'document', sends: { cookie, 'sec-fetch-site': from } });
const call = (second: number, cookie: string) =>
  asks('/api/news', second, { type: 'fetch', sends: { cookie } });

function madeSince(...exchanges: ReturnType<typeof exchange>[]): boolean | undefined {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find(({ name }) => name === 'visitSession')?.behaviour.madeSince;
}

const before = 'lb=web-03-f9x1a7c2d4';
const since = `${before}; visitSession=${ID}`;

describe('what goes where all was sent before', () => {
  it.each([
    ['a page', [page(0, before), page(1, since)]],
    ['a script', [call(0, before), call(1, since)]],
    [
      'a page, and first elsewhere',
      [page(0, before), page(1, since, 'none', '/a/b'), page(2, since)],
    ],
  ])('was made in between: by %s', (_, steps) => {
    expect(madeSince(...steps)).toBe(true);
  });

  it.each([
    ['it was sent from the first', [page(0, since), page(1, since)]],
    ['it went elsewhere alone', [page(0, before), page(1, since, 'none', '/a/b')]],
    ['the first came from another site', [page(0, before, 'cross-site'), page(1, since)]],
    [
      'an answer gave it',
      [
        asks('/', 0, {
          type: 'document',
          sends: { cookie: before, 'sec-fetch-site': 'none' },
          gets: { 'set-cookie': `visitSession=${ID}; Path=/` },
        }),
        page(1, since),
      ],
    ],
  ])('may be from before, or is explained: %s', (_, steps) => {
    expect(madeSince(...steps)).toBeUndefined();
  });
});

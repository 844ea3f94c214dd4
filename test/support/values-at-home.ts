import { expect } from 'vitest';
import type { Snapshot, StorageSnapshot } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from './exchange.js';
import { Seeded } from './seeded.js';

// A site, and where else the values of its credentials are.

const random = new Seeded('unnamed');
export const TOKEN = random.base62(43);
export const SID = random.base62(40);
export const OTHER = random.base62(43);
export const HOME = 'https://shop.test';

export type Told = ExchangeSpec | StorageSnapshot;
let count = 0;
export const later = () => START + 1e9 + ++count * 1000;

export const api = (more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: `${HOME}/api`,
  type: 'fetch',
  ...more,
});
export const used = api({ sends: { authorization: `Bearer ${TOKEN}` } });
export const session: ExchangeSpec = {
  url: `${HOME}/login`,
  method: 'POST',
  requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
  gets: { 'set-cookie': `sitz=${SID}; Secure; HttpOnly; Path=/` },
};
export const stored = (
  items: Record<string, string>,
  area: StorageSnapshot['area'] = 'localStorage',
  origin = HOME,
): StorageSnapshot => ({
  kind: 'storage',
  area,
  origin,
  at: 0,
  items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
  dropped: 0,
});

/** Told one after the other, with or without a report between each two. */
export function analysed(all: readonly Told[], asks = false): Analysis {
  const analysis = new Analysis();
  for (const one of all) {
    const at = later();
    if ('kind' in one) analysis.addSnapshot({ ...one, at } satisfies Snapshot);
    else analysis.addExchange(exchange({ ...one, at }));
    if (asks) analysis.credentials();
  }
  return analysis;
}

/** Where else than in its own places the value of a credential was seen. */
export function placesOf(value: string, ...all: readonly Told[]): string[] {
  const places = (asks: boolean) =>
    analysed(all, asks)
      .credentials()
      .filter((one) => one.value === value)
      .flatMap(({ sightings }) => sightings)
      .filter(({ byValue }) => byValue)
      .map(({ carrier, locator, direction }) => `${direction} ${carrier} ${locator}`)
      .sort();
  const told = places(false);
  expect(places(true)).toEqual(told);
  return told;
}

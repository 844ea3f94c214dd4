import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../src/engine/credentials/credential-state.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('gone');
const token = random.base62(40);
const sid = random.bytes(16).toString('hex');

const storage = (n: number, values: Record<string, string>, dropped = 0) =>
  ({
    kind: 'storage',
    at: START + n * 1_000,
    origin: SHOP,
    area: 'localStorage',
    items: Object.entries(values).map(([key, value]) => ({ key, value, length: value.length })),
    dropped,
  }) as const;
const states = (analysis: Analysis, at: number) =>
  analysis.credentials().map((one) => stateOf(one, START + at * 1_000).state);

describe('a token that web storage does not have any more', () => {
  it('is removed, and there again when it comes back', () => {
    const analysis = new Analysis();
    analysis.addSnapshot(storage(1, { access_token: token }));
    expect(states(analysis, 1)).toEqual(['live']);
    analysis.addSnapshot(storage(2, { theme: 'dark' }));
    expect(states(analysis, 2)).toEqual(['removed']);
    expect(stateOf(analysis.credentials()[0]!, START + 9_000).since).toBe(START + 2_000);
    analysis.addSnapshot(storage(3, { access_token: token }));
    expect(states(analysis, 3)).toEqual(['live']);
    expect(analysis.credentials()[0]!.sightings[0]).toMatchObject({ backAt: START + 3_000 });
  });

  it('may still be there where not all was read', () => {
    const analysis = new Analysis();
    analysis.addSnapshot(storage(1, { access_token: token }));
    analysis.addSnapshot(storage(2, { theme: 'dark' }, 5));
    expect(states(analysis, 2)).toEqual(['live']);
  });

  it('is in another area, or at another origin, still', () => {
    const analysis = new Analysis();
    analysis.addSnapshot(storage(1, { access_token: token }));
    analysis.addSnapshot({ ...storage(2, {}), area: 'sessionStorage' });
    analysis.addSnapshot({ ...storage(3, {}), origin: 'https://other.test' });
    expect(states(analysis, 3)).toEqual(['live']);
  });
});

describe('a cookie that is deleted twice', () => {
  it('ended once', () => {
    const analysis = new Analysis();
    const set = (n: number, line: string) =>
      analysis.addExchange(
        exchange({ url: SHOP, at: START + n * 1_000, gets: { 'set-cookie': line } }),
      );
    set(1, `s=${sid}; Path=/; HttpOnly`);
    set(2, 's=; Path=/; Max-Age=0');
    set(3, 's=; Path=/; Max-Age=0');
    const [cookie] = analysis.credentials();
    expect(cookie!.life.map(({ type, count }) => [type, count])).toEqual([['cleared', 1]]);
  });
});

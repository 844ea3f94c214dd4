import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('told-limits');
const sid = random.base62(32);
const at = (n: number) => START + n * 100_000;

const logout = (n: number): Exchange =>
  exchange({ url: `${SHOP}/logout`, method: 'POST', at: at(n), sends: { cookie: `sid=${sid}` } });
const order = (n: number): Exchange => ({ ...logout(n), id: `o${n}`, url: `${SHOP}/orders/${n}` });
const authorization = (n: number): Exchange =>
  exchange({
    url: `https://idp.test/authorize?response_type=code&client_id=c&state=${random.base62(20)}`,
    at: at(n),
    status: 200,
  });
const elsewhere = (n: number): Exchange =>
  exchange({
    url: `https://s${n}.test/x`,
    at: at(n),
    sends: { referer: `${SHOP}/x?access_token=${sid}` },
  });
const tokens = Array.from({ length: LIMITS.tokensPerText + 5 }, (_, n) => jwtOf({ n })).join(' ');
const crowd = (n: number): Exchange =>
  exchange({ url: `${SHOP}/${n}`, at: at(n), sends: { 'x-many': tokens } });
const many = (count: number, make: (n: number) => Exchange) =>
  Array.from({ length: count }, (_, n) => make(n));

/** A page that gives an access token in its address, so that others are told it. */
const given = exchange({ url: `${SHOP}/x?access_token=${sid}`, at: START });

describe('a bound of what is known', () => {
  it.each<[string, Exchange[], number]>([
    ['moments', many(LIMITS.moments + 3, logout), 3],
    ['logEntries', many(LIMITS.logEntries + 5, order), 5],
    ['flows', many(LIMITS.flows + 4, authorization), 4],
    ['tokensPerText', [crowd(1), crowd(2)], 2],
    ['leaks', [given, ...many(LIMITS.leaks + 2, (n) => elsewhere(n + 1))], 2],
  ])('%s: is told where it is reached, after a stop as well', (what, exchanges, lost) => {
    const analysis = new Analysis();
    for (const one of exchanges.slice(0, -1)) analysis.addExchange(one);
    const restored = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    restored.addExchange(exchanges.at(-1)!);
    const limits = restored.limits().filter((limit) => limit.what === what);
    expect(limits.map((limit) => limit.lost)).toEqual([lost]);
    const { diagnoses } = restored.report({
      source: { kind: 'tab', url: SHOP, dropped: 0 },
      version: '0',
    });
    expect(diagnoses.filter(({ detail }) => detail?.what === what)).toHaveLength(1);
  });
});

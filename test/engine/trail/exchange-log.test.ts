import { describe, expect, it } from 'vitest';
import { ExchangeLog, type LoggedExchange } from '../../../src/engine/trail/exchange-log.js';
import { responseFactsOf } from '../../../src/engine/trail/response-facts.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';

const SHOP = 'https://shop.test';

/** A log of these exchanges, all of which carried the same credential. */
function logOf(...specs: (Partial<ExchangeSpec> & { set?: string[] })[]): ExchangeLog {
  const log = new ExchangeLog();
  specs.forEach(({ set = [], ...spec }, n) => {
    const one = exchange({ url: `${SHOP}/p${n}`, ...spec });
    const { id, method, url } = one;
    const entry = { ref: { id, method, url }, at: START + n, carried: ['c1'], set };
    log.add(entry, () => responseFactsOf(one));
  });
  return log;
}
const counts = (log: ExchangeLog) => log.all().map(({ count }) => count);

describe('the log of exchanges', () => {
  it.each<[string, (Partial<ExchangeSpec> & { set?: string[] })[], number[]]>([
    ['what is the same', [{}, {}, {}], [3]],
    [
      'what may be stored and what may not',
      [{ gets: { 'cache-control': 'no-store' } }, { gets: { 'cache-control': 'max-age=60' } }],
      [1, 1],
    ],
    ['what ended otherwise', [{}, { status: 401 }, {}, { status: 401 }], [2, 2]],
    ['what changes something', [{ method: 'POST', url: `${SHOP}/a` }, {}, {}], [1, 2]],
    ['what comes after a change', [{}, { set: ['c1'] }, {}, {}], [1, 1, 2]],
  ])('keeps apart or together %s', (_what, specs, expected) => {
    expect(counts(logOf(...specs))).toEqual(expected);
  });

  it('keeps what had a password, though it carried nothing', () => {
    const log = new ExchangeLog();
    const ref = { id: 'x', method: 'GET', url: `${SHOP}/login?password=***` };
    const entry = { ref, at: START, carried: [], set: [] };
    log.add(entry, () => responseFactsOf(exchange({ url: ref.url })));
    log.add({ ...entry, password: 'url' }, () => responseFactsOf(exchange({ url: ref.url })));
    expect(log.all()).toMatchObject([{ password: 'url' }]);
  });

  it('keeps what turned somebody away who brought nothing, by its address', () => {
    const log = new ExchangeLog();
    const ask = (path: string, status: number, more: Partial<ExchangeSpec> = {}) => {
      const one = exchange({ url: SHOP + path, status, ...more });
      const ref = { id: path, method: 'GET', url: one.url, status };
      log.add({ ref, at: START, carried: [], set: [] }, () => responseFactsOf(one));
    };
    const toLogin = { redirectUrl: `${SHOP}/login` };
    ask('/', 200);
    ask('/old', 301, { redirectUrl: `${SHOP}/new` });
    ask('/account', 302, toLogin);
    ask('/orders', 302, toLogin);
    ask('/account', 302, toLogin);
    ask('/api/profile', 401);
    expect(log.all().map(({ ref, count }) => [ref.id, count])).toEqual([
      ['/account', 2],
      ['/orders', 1],
      ['/api/profile', 1],
    ]);
  });

  it('learns of bodies that are told late', () => {
    const log = logOf({ method: 'POST', sends: { 'content-type': 'text/plain' } });
    const [{ ref }] = log.all() as [LoggedExchange];
    const entry = { ref, at: START, carried: [], set: [] };
    const requestBody = readBody(
      'application/x-www-form-urlencoded',
      'csrf_token=8c1f2e7a9b3d4f60',
    );
    const told = exchange({ url: ref.url, method: 'POST', requestBody });
    log.addBodies({ ...entry, password: 'body' }, told);
    expect(log.all()).toMatchObject([{ password: 'body', facts: { csrfProof: ['field-token'] } }]);
    log.addBodies({ ...entry, ref: { ...ref, id: 'other' } }, told);
    expect(log.all()).toHaveLength(1);
  });

  it('has the facts of its entries, and takes them for nothing that it does not keep', () => {
    const [entry] = logOf({ status: 403 }).all();
    expect(entry?.facts).toMatchObject({ outcome: 'forbidden', type: 'document' });
    const log = new ExchangeLog();
    const ref = { id: 'x', method: 'GET', url: SHOP };
    log.add({ ref, at: 0, carried: [], set: [] }, () => {
      throw new Error('asked');
    });
    expect(log.all()).toEqual([]);
  });

  it('stays small however many exchanges there are, and is the same after a stop', () => {
    const outcomes = [200, 302, 401, 403, 500];
    const specs = Array.from({ length: 5_000 }, (_, n) => ({ status: outcomes[n % 5] ?? 200 }));
    const log = logOf(...specs);
    expect(counts(log)).toEqual([1000, 1000, 1000, 1000, 1000]);
    const again = new ExchangeLog();
    again.restore(JSON.parse(JSON.stringify(log.save())) as ReturnType<ExchangeLog['save']>);
    const one = exchange({ url: SHOP });
    const ref = { id: 'x', method: 'GET', url: SHOP };
    again.add({ ref, at: START + 9_999, carried: ['c1'], set: [] }, () => responseFactsOf(one));
    expect(counts(again)).toEqual([1001, 1000, 1000, 1000, 1000]);
  });
});

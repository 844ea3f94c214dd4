import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { ExchangeList } from '../../../src/recording/exchanges/exchange-list.js';

const SID = 'sid=0123456789abcdef0123456789abcdef';

const exchange = (n: number, more: Partial<Exchange> = {}): Exchange => ({
  id: `${n}.0`,
  url: `https://a.test/${n}`,
  method: 'GET',
  type: 'fetch',
  startedAt: n,
  endedAt: n + 1,
  initiator: 'https://a.test',
  topUrl: 'https://a.test/page',
  frameId: 0,
  request: { headers: [{ name: 'cookie', value: SID }], left: 2 },
  response: { status: 200, headers: [{ name: 'vary', value: 'Origin' }], size: 3 },
  ...more,
});

/** Stores what a checkpoint would. */
class Store {
  readonly pieces = new Map<number, string>();
  #next = 0;

  write(list: ExchangeList): void {
    const { add, drop } = list.pieces.toWrite();
    for (const number of drop) this.pieces.delete(number);
    for (const { ids, text } of add) {
      this.pieces.set(this.#next, text);
      list.pieces.stored(this.#next++, ids);
    }
  }

  read(list: ExchangeList): ExchangeList {
    const saved = JSON.parse(JSON.stringify(list.save()));
    const again = new ExchangeList(0, saved);
    for (const [number, text] of this.pieces) again.pieces.load(number, text);
    again.pieces.loaded();
    return again;
  }
}

const all = (list: ExchangeList) => list.ids().map((id) => list.get(id));

describe('exchanges that are kept', () => {
  it('stand where they began, also those that were pending when a worker ended', () => {
    const list = new ExchangeList(0);
    const store = new Store();
    for (let n = 0; n < 6; n++) list.put(exchange(n), n === 1 || n === 3);
    const order = list.ids();
    store.write(list);
    const saved = JSON.parse(JSON.stringify(list.save()));
    const again = new ExchangeList(0, saved);
    for (const n of [3, 1]) again.put(exchange(n), true);
    for (const [number, text] of store.pieces) again.pieces.load(number, text);
    again.pieces.loaded();
    expect(again.ids()).toEqual(order);
    again.put(exchange(1), false);
    again.put(exchange(7), false);
    expect(again.ids()).toEqual([...order, '7.0']);
  });

  it('say once what comes again', () => {
    const list = new ExchangeList(0);
    for (let n = 0; n < 100; n++) list.put(exchange(n), false);
    expect(list.size / 100).toBeLessThan(110);
    expect(list.get('99.0')).toEqual(exchange(99));
    expect(list.getBare('99.0')).toEqual({
      ...exchange(99),
      request: { headers: [], left: 2 },
      response: { status: 200, headers: [], size: 3 },
    });
  });

  it.each<[string, Partial<Exchange>]>([
    ['nothing but what all have', { request: { headers: [] } }],
    ['an error', { error: 'net::ERR_ABORTED' }],
    ['a redirect', { redirectUrl: 'https://b.test/' }],
    ['bounds', { limits: [{ what: 'url', limit: 1, lost: 1 }] }],
    ['a script', { script: 'https://c.test' }],
    [
      'bodies',
      {
        request: {
          headers: [],
          body: { kind: 'json', mimeType: 'application/json', bytes: 2, fields: [] },
        },
        response: {
          status: 200,
          headers: [],
          fromCache: true,
          body: { kind: 'json', mimeType: 'application/json', bytes: 2, fields: [] },
        },
      },
    ],
  ])('are as they were with %s', (_, more) => {
    const list = new ExchangeList(0);
    const { response: _response, endedAt: _endedAt, frameId: _frameId, ...pending } = exchange(1);
    for (const one of [
      { ...exchange(1), ...more },
      { ...pending, ...more },
    ]) {
      list.put(one, false);
      expect(list.get('1.0')).toEqual(one);
    }
  });

  it('hold nothing of what was left out, in the texts that are shared neither', () => {
    const list = new ExchangeList(0);
    for (let n = 0; n < 10; n++) list.put(exchange(n), false);
    list.rewrite((one) => ({ ...one, request: { headers: [] } }));
    expect(JSON.stringify([list.save(), list.pieces.toWrite()])).not.toContain(SID);
  });

  it('are written once, and again where they have changed', () => {
    const [list, store] = [new ExchangeList(0), new Store()];
    for (let n = 0; n < 20; n++) list.put(exchange(n), false);
    store.write(list);
    list.put(exchange(20), false);
    list.put(exchange(3, { error: 'late' }), false);
    const { add, drop } = list.pieces.toWrite();
    expect([add.map(({ ids }) => ids), drop]).toEqual([[['3.0', '20.0']], []]);
  });

  it('are there for another worker where they were let go and came again', () => {
    const [list, store] = [new ExchangeList(0), new Store()];
    for (const n of [5, 0]) list.put(exchange(n), false);
    store.write(list);
    list.shrink(list.size - 1, (id) => id === '0.0');
    expect(list.ids()).toEqual(['0.0']);
    list.put(exchange(5, { error: 'late' }), false);
    store.write(list);
    const again = store.read(list);
    expect(again.ids()).toEqual(['0.0', '5.0']);
    expect(again.get('5.0')?.error).toBe('late');
  });

  it('are the same for another worker, whatever was let go or changed between', () => {
    const step = fc.oneof(
      fc.record({ put: fc.nat(30), error: fc.option(fc.string(), { nil: undefined }) }),
      fc.record({ pending: fc.nat(30) }),
      fc.record({ shrink: fc.nat(3_000) }),
      fc.constant('write' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const [list, store] = [new ExchangeList(0), new Store()];
        for (const one of steps) {
          if (one === 'write') store.write(list);
          else if ('put' in one)
            list.put(exchange(one.put, one.error === undefined ? {} : { error: one.error }), false);
          else if ('shrink' in one) list.shrink(one.shrink);
        }
        store.write(list);
        const again = store.read(list);
        expect(all(again)).toEqual(all(list));
        expect(again.dropped).toBe(list.dropped);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembler } from '../../../src/recording/requests/assemble.js';
import { failedEvent, type RequestEvent } from '../../../src/recording/requests/request-event.js';
import type { Exchange } from '../../../src/engine/model.js';
import { sent, answered, assemble, details, TOP } from '../../support/request-events.js';

describe('Assembler', () => {
  it('completes an answer that came before its request, hop by hop', () => {
    const hop = { statusCode: 302, redirectUrl: 'https://shop.test/b', responseHeaders: [] };
    const b = { url: 'https://shop.test/b' };
    const inTime = [
      sent(),
      answered(hop),
      sent({ ...b, timeStamp: 1_020 }),
      answered({ ...b, timeStamp: 1_030 }),
    ];
    const [first, redirected, second, last] = inTime;
    const expected = assemble(inTime);
    for (const late of [
      [redirected, first, second, last],
      [redirected, last, first, second],
      [redirected, last, second, first],
    ] as RequestEvent[][])
      expect(assemble(late)).toEqual(expected);
  });

  /** A hop of each of these paths, its request and its answer. */
  const chainOf = (paths: string) =>
    [...paths].map((path, hop): [RequestEvent, RequestEvent] => {
      const url = `https://shop.test/${path}`;
      const at = 1_000 + 20 * hop;
      const end = { url, timeStamp: at + 10, statusCode: 300 + hop };
      return [sent({ url, timeStamp: at }), answered(end)];
    });

  const told = (exchanges: Exchange[]) =>
    exchanges
      .map(({ url, startedAt, response }) => [startedAt, url, response?.status])
      .toSorted(([a], [b]) => Number(a) - Number(b));

  /** What becomes of these, and what waits then. */
  const toldOf = (events: RequestEvent[]) => {
    const assembler = new Assembler();
    return { told: told(assemble(events, assembler)), pending: assembler.pending() };
  };

  it('gives every hop its own answer, in whatever order they are told', () => {
    const chain = chainOf('abcd');
    const order = fc.shuffledSubarray(chain.flat(), { minLength: 2 * chain.length });
    fc.assert(
      fc.property(order, (events) => {
        expect(toldOf(events)).toEqual(toldOf(chain.flat()));
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells hops of one address apart by their times, where each listener hears them in order', () => {
    const chain = chainOf('aaba');
    const turns = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(turns, (isSent) => {
        const lines = [chain.map(([first]) => first), chain.map(([, last]) => last)];
        const mixed = isSent.flatMap((one) => lines[one ? 0 : 1]!.shift() ?? []);
        expect(toldOf([...mixed, ...lines.flat()])).toEqual(toldOf(chain.flat()));
      }),
    );
  });

  it(
    'keeps a hop that was overtaken, and never answered, for as long as its answer ' +
      'may be late',
    () => {
      const b = { url: 'https://shop.test/b', timeStamp: 1_020 };
      const assembler = new Assembler();
      const [first] = assemble([sent(), sent(b), answered({ ...b, timeStamp: 1_030 })], assembler);
      const next = new Assembler(JSON.parse(JSON.stringify(assembler.save())));
      expect(assembler.isPending(first!)).toBe(true);
      expect(assemble([answered({ statusCode: 302 })], next)).toMatchObject([
        { id: '7.0', response: { status: 302 } },
      ]);
      expect(assembler.settle(1_100)).toEqual([]);
      expect(assembler.settle(2_000)).toEqual([first]);
      expect(assembler.isPending(first!)).toBe(false);
    },
  );

  it('gives no hop the answer of another one, where nothing was heard of what is between', () => {
    const later = { url: 'https://shop.test/b', timeStamp: 1_030 };
    const [hop, last, ...more] = assemble([sent(), answered(later)]);
    expect(hop).not.toHaveProperty('response');
    expect(last).toMatchObject({ id: '7.1', url: later.url, response: { status: 200 } });
    expect(more).toEqual([]);
  });

  it('lets no request wait for an end that came before it', () => {
    const failed = failedEvent(details({ timeStamp: 1_010, error: 'net::ERR_ABORTED' }));
    expect(assemble([failed, sent()])).toMatchObject([{ error: 'net::ERR_ABORTED' }]);
    expect(assemble([failed, sent({ timeStamp: 1_020 })])[0]).not.toHaveProperty('error');
  });

  it('waits for a request only as long as one may be late, and survives a stop meanwhile', () => {
    const assembler = new Assembler();
    const [exchange] = assembler.add(answered(), TOP);
    expect(assembler.isPending(exchange!)).toBe(true);
    const next = new Assembler(JSON.parse(JSON.stringify(assembler.save())));
    expect(assemble([sent()], next)).toMatchObject([{ id: '7.0', startedAt: 1_000 }]);
    expect(assembler.settle(1_100)).toEqual([]);
    expect(assembler.settle(2_000)).toEqual([exchange]);
    expect(assembler.isPending(exchange!)).toBe(false);
  });
});

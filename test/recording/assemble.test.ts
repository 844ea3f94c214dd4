import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembler } from '../../src/recording/assemble.js';
import {
  answeredEvent,
  failedEvent,
  type RequestDetails,
  type RequestEvent,
  sentEvent,
} from '../../src/recording/request-event.js';
import type { Exchange } from '../../src/engine/model.js';

const TOP = 'https://shop.test/';

function details(more: Partial<RequestDetails> = {}): RequestDetails {
  return {
    requestId: '7',
    timeStamp: 1_000,
    url: 'https://shop.test/a',
    method: 'GET',
    type: 'xmlhttprequest',
    tabId: 1,
    frameId: 0,
    initiator: 'https://shop.test',
    ...more,
  };
}

const sent = (more?: Partial<RequestDetails>) =>
  sentEvent(details({ requestHeaders: [{ name: 'Cookie', value: 'sid=1' }], ...more }));
const answered = (more?: Partial<RequestDetails>) =>
  answeredEvent(
    details({ timeStamp: 1_010, statusCode: 200, responseHeaders: [], ...more }),
    'answered',
  );
const challenged = () =>
  answeredEvent(
    details({ statusCode: 401, responseHeaders: [{ name: 'WWW-Authenticate', value: 'Basic' }] }),
    'challenged',
  );

/** The last state of every exchange. */
function assemble(events: RequestEvent[], assembler = new Assembler()): Exchange[] {
  const last = new Map<string, Exchange>();
  for (const event of events)
    for (const exchange of assembler.add(event, TOP)) last.set(exchange.id, exchange);
  return [...last.values()];
}

describe('Assembler', () => {
  it('says of a socket that its messages are unknown', () => {
    const socket = { type: 'websocket', url: 'wss://shop.test/live' };
    const limitsOf = (status: number) =>
      assemble([sent(socket), answered({ ...socket, statusCode: status })])[0]!.limits;
    expect(limitsOf(101)).toEqual([{ what: 'socketUnseen', limit: 0, lost: 1 }]);
    expect(limitsOf(403)).toBeUndefined();
  });

  it('joins a request and its response', () => {
    expect(assemble([sent(), answered({ fromCache: true })])).toEqual([
      {
        id: '7.0',
        url: 'https://shop.test/a',
        method: 'GET',
        type: 'fetch',
        startedAt: 1_000,
        endedAt: 1_010,
        initiator: 'https://shop.test',
        topUrl: TOP,
        frameId: 0,
        request: { headers: [{ name: 'cookie', value: 'sid=1' }] },
        response: { status: 200, headers: [], fromCache: true },
      },
    ]);
  });

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

  it('keeps a hop that was overtaken, and never answered, for as long as its answer may be late', () => {
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
  });

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

  it('does not wait where only answers are listened to', () => {
    const assembler = new Assembler();
    const [exchange] = assembler.add(answered({ type: 'image' }), TOP);
    expect(assembler.isPending(exchange!)).toBe(false);
  });

  it('makes an exchange of every hop', () => {
    const hop = {
      statusCode: 302,
      redirectUrl: 'https://shop.test/b',
      responseHeaders: [{ name: 'set-cookie', value: 'x=1' }],
    };
    const exchanges = assemble([
      sent(),
      answered(hop),
      sent({ url: 'https://shop.test/b' }),
      answered({ url: 'https://shop.test/b' }),
    ]);
    expect(exchanges).toMatchObject([
      {
        id: '7.0',
        redirectUrl: 'https://shop.test/b',
        response: { status: 302, headers: [{ name: 'set-cookie' }] },
      },
      { id: '7.1', url: 'https://shop.test/b', response: { status: 200 } },
    ]);
  });

  it('keeps a redirect that the browser made without sending anything', () => {
    const hop = { url: 'http://shop.test/', statusCode: 307, redirectUrl: 'https://shop.test/' };
    expect(assemble([answered(hop), sent(), answered()])).toMatchObject([
      { id: '7.0', url: 'http://shop.test/', response: { status: 307 } },
      { id: '7.1', response: { status: 200 } },
    ]);
  });

  it('gives the answer after a challenge the headers of the request, and the one that was hidden', () => {
    const exchanges = assemble([sent(), challenged(), answered()]);
    expect(exchanges).toMatchObject([
      { id: '7.0', response: { status: 401 } },
      {
        id: '7.1',
        response: { status: 200 },
        request: {
          headers: [
            { name: 'cookie', value: 'sid=1' },
            { name: 'authorization', value: expect.stringMatching(/^Basic [0-9a-f]{32}$/) },
          ],
        },
      },
    ]);
  });

  it('does not double a challenge that nobody answered', () => {
    expect(assemble([sent(), challenged(), answered({ statusCode: 401 })])).toHaveLength(1);
  });

  it('records a failure, and nothing where nothing was sent', () => {
    expect(assemble([sent(), failedEvent(details({ error: 'net::ERR_X' }))])).toMatchObject([
      { error: 'net::ERR_X' },
    ]);
    expect(assemble([failedEvent(details({ error: 'net::ERR_BLOCKED_BY_CLIENT' }))])).toEqual([]);
  });

  it('takes the page that made the request for the top where the tab has not told of it yet', () => {
    const [early] = assemble([sent({ initiator: 'https://next.test' })]);
    const [framed] = assemble([sent({ initiator: 'https://frame.test', frameId: 3 })]);
    const [document] = assemble([sent({ type: 'main_frame', url: 'https://next.test/x' })]);
    expect([early, framed, document].map((exchange) => exchange?.topUrl)).toEqual([
      'https://next.test/',
      TOP,
      'https://next.test/x',
    ]);
  });

  it('takes any order of events, and goes on after a checkpoint as if there had been none', () => {
    const moment = fc.record({
      kind: fc.constantFrom('sent', 'answered', 'challenged', 'failed'),
      requestId: fc.constantFrom('1', '2', '__proto__'),
      statusCode: fc.constantFrom(200, 302, 401, 0),
    });
    const event = moment.map(({ kind, ...more }) => {
      if (kind === 'sent') return sent(more);
      if (kind === 'failed') return failedEvent(details({ ...more, error: 'e' }));
      return answeredEvent(details(more), kind as 'answered' | 'challenged');
    });
    fc.assert(
      fc.property(fc.array(event), fc.nat(20), (events, cut) => {
        const through = assemble(events);
        const first = new Assembler();
        const before = assemble(events.slice(0, cut), first);
        const second = new Assembler(JSON.parse(JSON.stringify(first.save())));
        const after = assemble(events.slice(cut), second);
        const merged = new Map([...before, ...after].map((exchange) => [exchange.id, exchange]));
        expect([...merged.values()]).toEqual(through);
        for (const { startedAt, endedAt = startedAt } of through)
          expect(endedAt).toBeGreaterThanOrEqual(startedAt);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assembler } from '../../../src/recording/requests/assemble.js';
import { answeredEvent, failedEvent } from '../../../src/recording/requests/request-event.js';
import { details, assemble, sent, answered, TOP } from '../../support/request-events.js';

const challenged = () =>
  answeredEvent(
    details({ statusCode: 401, responseHeaders: [{ name: 'WWW-Authenticate', value: 'Basic' }] }),
    'challenged',
  );

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

  it(
    'gives the answer after a challenge the headers of the request, and the one that ' +
      'was hidden',
    () => {
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
    },
  );

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

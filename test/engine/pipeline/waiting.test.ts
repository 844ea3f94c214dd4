import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import type { Told } from '../../support/simulated-visit.js';
import { analysisOf, options } from '../../support/told-analysis.js';

describe('what waits for its place', () => {
  const many = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, n) =>
      exchange({ url: `https://shop.test/${n}`, at: START + n * 100, takes: 50, ...more }),
    );

  it('is read all the same when it comes too late', () => {
    const analysis = new Analysis();
    for (const one of many(400)) analysis.addExchange(one);
    analysis.addExchange(
      exchange({
        url: 'https://shop.test/early',
        at: START - 5_000,
        takes: 10,
        sends: { cookie: 'sid=0123456789abcdef' },
      }),
    );
    const { source, credentials } = analysis.report(options);
    expect(source).toMatchObject({ requests: 401, from: new Date(START - 5_000).toISOString() });
    expect(credentials.map(({ name }) => name)).toEqual(['sid']);
  });

  it('is read in order, whatever the bodies of a whole recording weigh', () => {
    const fields = Array.from({ length: 100 }, (_, n) => ({
      pointer: `/items/${n}`,
      value: 'x'.repeat(4_000),
    }));
    const body = { kind: 'json', mimeType: 'application/json', bytes: 1, fields } as const;
    const slow = exchange({ url: 'https://shop.test/slow', at: START, takes: 90_000 });
    const headers = [{ name: 'set-cookie', value: 'sid=fedcba9876543210; HttpOnly' }];
    const heavy = { ...slow, response: { status: 200, headers, body: { ...body } } };
    const last = exchange({ url: 'https://shop.test/last', at: START + 80_000, takes: 10 });
    const sent = [heavy, ...many(20), last].map((one) => ({
      ...one,
      request: { headers: [{ name: 'cookie', value: 'sid=0123456789abcdef' }] },
    }));
    const analysis = new Analysis();
    const parts: number[] = [];
    analysis.addExchanges(sent, (part) => parts.push(part));
    expect(analysis.credentials()[0]?.value).toBe('fedcba9876543210');
    expect(parts.at(-1)).toBe(1);
  });

  it('is read once, though its request was read before a stop and its answer comes after', () => {
    const slow = exchange({ url: 'https://shop.test/slow', at: START, takes: 90_000 });
    const before = analysisOf(
      [slow, ...many(400)].map((one) => ({ kind: 'exchange', exchange: one })),
    );
    const saved = JSON.parse(JSON.stringify(before.save())) as ReturnType<Analysis['save']>;
    expect(saved.waiting.some(({ begun }) => begun)).toBe(true);
    expect(Analysis.restore(saved).report(options).source.requests).toBe(401);
  });

  it('is all in a report, however many were asked for before', () => {
    const analysis = new Analysis();
    many(300).forEach((one, index) => {
      analysis.addExchange(one);
      if (index % 20 > 0) return;
      expect(analysis.report(options).source.requests).toBe(index + 1);
    });
    expect(analysis.report(options).source.requests).toBe(300);
  });

  it('is of two looks at one moment the one that was told last', () => {
    const look = (value: string) => ({
      kind: 'storage' as const,
      at: START,
      origin: 'https://shop.test',
      area: 'localStorage' as const,
      items: [{ key: 'access_token', value, length: value.length }],
      dropped: 0,
    });
    const [first, last] = ['k3J9xQ2vLm8ZpT4wRb7YcN6s', 'Yc6NsRb7wT4pZm8LvQ2xJ9k3'] as const;
    const values = (...told: Told[]) =>
      analysisOf(told)
        .credentials()
        .map(({ value }) => value);
    expect(values(look(first), look(last)).at(-1)).toBe(last);
    expect(values(look(last), look(first)).at(-1)).toBe(first);
  });

  it('is bounded, in number and in size', () => {
    const small = new Analysis();
    for (const one of many(400)) small.addExchange(one);
    const { length } = small.save().waiting;
    expect(length).toBeGreaterThan(128 - 64 / 2);
    expect(length).toBeLessThanOrEqual(128);
    const large = new Analysis();
    for (const one of many(20, { sends: { 'x-large': 'x'.repeat(60_000) } }))
      large.addExchange(one);
    expect(JSON.stringify(large.save().waiting).length).toBeLessThan(256 * 1024);
    expect(large.report(options).source.requests).toBe(20);
  });

  it('leaves out of a large storage what holds no credential', () => {
    const analysis = new Analysis();
    const items = [
      { key: 'cache', value: 'x y '.repeat(4_000), length: 16_000 },
      { key: 'access_token', value: 'k3J9xQ2vLm8ZpT4wRb7YcN6s', length: 24 },
    ];
    analysis.addSnapshot({
      kind: 'storage',
      at: START,
      origin: 'https://shop.test',
      area: 'localStorage',
      items,
      dropped: 0,
    });
    expect(JSON.stringify(analysis.save()).length).toBeLessThan(4_000);
    expect(analysis.credentials().map(({ name }) => name)).toEqual(['access_token']);
  });
});

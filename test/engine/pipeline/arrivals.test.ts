import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { exchange, START } from '../../support/exchange.js';
import { analysisOf, everything, options, tell } from '../../support/told-analysis.js';
import { type Asked, type Told, visitOf } from '../../support/simulated-visit.js';

const asked: fc.Arbitrary<Asked> = fc.record(
  {
    what: fc.constantFrom(
      'page',
      'login',
      'api',
      'api',
      'token',
      'poll',
      'poll',
      'storage',
      'jar',
      'mark',
      'logout',
    ),
    after: fc.constantFrom(0, 0, 1, 7.5, 40, 300, 4_000),
    takes: fc.constantFrom(0, 0.4, 3, 55, 900, 20_000),
    bodiesAfter: fc.constantFrom(0, 30, 700),
  },
  { requiredKeys: ['what', 'after', 'takes'] },
);
/** Short and dense: much happens at once. */
const dense = fc
  .tuple(fc.array(asked, { minLength: 4, maxLength: 60 }), fc.integer())
  .map(([list, seed]) => visitOf(list, seed));

/** Longer than what can wait; at most fifty requests are under way at once. */
const long = fc
  .tuple(fc.array(asked, { minLength: 20, maxLength: 40 }), fc.integer())
  .map(([list, seed]) => {
    const endless = Array.from({ length: 300 }, (_, i) => list[i % list.length]!);
    return visitOf(
      endless.map(({ after, takes, ...rest }) => ({
        ...rest,
        after: Math.max(after, 40),
        takes: Math.min(takes, 2_000),
      })),
      seed,
    );
  });
const VISITS = [
  ['dense', dense, 60],
  ['long', long, 4],
] as const;

/** In another order, each at most so many places away from its own. */
function disordered(all: readonly Told[], shifts: readonly number[], places: number): Told[] {
  const keyed = all.map((told, index) => ({
    told,
    key: index + ((shifts[index % shifts.length] ?? 0) % (places + 1)),
  }));
  return keyed.sort((a, b) => a.key - b.key).map(({ told }) => told);
}

/** As a recording tells it: in order of the start, bodies with their exchange. */
function asRecorded(all: readonly Told[]): Told[] {
  const bodies = new Map(
    all.flatMap((told) => (told.kind === 'bodies' ? [[told.exchangeId, told.response]] : [])),
  );
  const whole = all.flatMap((told): Told[] => {
    if (told.kind === 'bodies') return [];
    if (told.kind !== 'exchange') return [told];
    const body = bodies.get(told.exchange.id);
    return [
      {
        kind: 'exchange',
        exchange: body
          ? { ...told.exchange, response: { ...told.exchange.response!, body } }
          : told.exchange,
      },
    ];
  });
  const startOf = (told: Told) => (told.kind === 'exchange' ? told.exchange.startedAt : told.at);
  return whole.sort((a, b) => startOf(a) - startOf(b));
}

function exchangesIn(all: readonly Told[]): Exchange[] {
  return all.flatMap((told) => (told.kind === 'exchange' ? [told.exchange] : []));
}

const shifts = fc.array(fc.nat(), { minLength: 7, maxLength: 23 });

describe.each(VISITS)('the result of a %s visit', { timeout: 60_000 }, (_, visit, numRuns) => {
  it('is the same when observations come out of order by a few places', () => {
    fc.assert(
      fc.property(visit, shifts, (all, places) => {
        expect(everything(analysisOf(disordered(all, places, 12)), all)).toEqual(
          everything(analysisOf(all), all),
        );
      }),
      { numRuns },
    );
  });

  it('is the same from a recording, which tells requests when they start and bodies with them', () => {
    fc.assert(
      fc.property(visit, (all) => {
        expect(everything(analysisOf(asRecorded(all)), all)).toEqual(
          everything(analysisOf(all), all),
        );
      }),
      { numRuns },
    );
  });

  it('is the same from a recording that is told as a whole, in any order, and goes on then', () => {
    fc.assert(
      fc.property(visit, shifts, (all, places) => {
        const recorded = asRecorded(all);
        const exchanges = recorded.filter(({ kind }) => kind === 'exchange');
        const late = recorded.filter(({ kind }) => kind !== 'exchange').slice(-1);
        const analysis = new Analysis();
        analysis.addExchanges(exchangesIn(disordered(exchanges, places, 12)));
        expect(everything(analysis, all)).toEqual(everything(analysisOf(exchanges), all));
        for (const told of late) tell(analysis, told);
        expect(everything(analysis, all)).toEqual(
          everything(analysisOf([...exchanges, ...late]), all),
        );
      }),
      { numRuns },
    );
  });

  it('is the same with reports in between and after a stop at any point, out of order as well', () => {
    fc.assert(
      fc.property(
        visit,
        shifts,
        fc.array(fc.constantFrom('go on', 'go on', 'report', 'stop'), { minLength: 5 }),
        (all, places, between) => {
          let analysis = new Analysis();
          disordered(all, places, 12).forEach((told, index) => {
            tell(analysis, told);
            const next = index % 7 === 0 ? between[(index / 7) % between.length] : 'go on';
            if (next === 'report') analysis.report(options);
            if (next === 'stop')
              analysis = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
          });
          expect(everything(analysis, all)).toEqual(everything(analysisOf(all), all));
        },
      ),
      { numRuns },
    );
  });
});

describe('requests that overlap', () => {
  const SHOP = 'https://shop.test';
  const [first, second] = [
    '3f9c0a7be1d2458695c1f02ad7b64e83',
    'a81be5d07c3f49622b6e94f0d1c87a35',
  ] as const;
  const sends = (value: string) => ({ cookie: `sid=${value}` });
  const sets = (value: string) => ({ 'set-cookie': `sid=${value}; Path=/; HttpOnly; Secure` });
  const page = exchange({ url: SHOP, at: START, takes: 100, gets: sets(first) });
  const home = exchange({ url: `${SHOP}/home`, at: START + 500, takes: 100, sends: sends(first) });
  const slow = exchange({
    url: `${SHOP}/renew`,
    method: 'POST',
    at: START + 1_000,
    takes: 3_000,
    sends: sends(first),
    gets: sets(second),
  });
  const after = exchange({
    url: `${SHOP}/end`,
    at: START + 9_000,
    takes: 100,
    sends: sends(second),
  });

  const between = (more: object) =>
    exchange({
      url: `${SHOP}/home`,
      at: START + 2_000,
      takes: 2_500,
      sends: sends(first),
      ...more,
    });
  const told = (exchanges: ReturnType<typeof exchange>[]) =>
    analysisOf(exchanges.map((one) => ({ kind: 'exchange', exchange: one })));

  it('do not change a cookie back that was renewed while they were under way', () => {
    for (const fast of [between({ takes: 200 }), between({})]) {
      const [sid, ...others] = told(
        [page, home, fast, slow, after].sort((a, b) => a.endedAt! - b.endedAt!),
      ).credentials();
      expect(others).toEqual([]);
      expect(sid).toMatchObject({
        valueCount: 2,
        value: second,
        life: [{ type: 'rotated', count: 1, exchange: { id: slow.id }, at: slow.endedAt }],
      });
    }
  });

  it('lose no session because it was renewed while they were under way', () => {
    const thrownOut = between({ status: 302, redirectUrl: `${SHOP}/login` });
    const types = (list: ReturnType<typeof exchange>[]) =>
      told(list)
        .report(options)
        .events.map(({ type }) => type);
    expect(types([page, home, slow, thrownOut, after])).not.toContain('session-lost');
    // Sent after the renewal, and answered with another id still: that is a loss.
    const lost = exchange({
      url: `${SHOP}/home`,
      at: START + 8_000,
      takes: 10,
      status: 302,
      redirectUrl: `${SHOP}/login`,
      sends: sends(second),
      gets: sets(first),
    });
    const used = exchange({
      url: `${SHOP}/home`,
      at: START + 7_000,
      takes: 10,
      sends: sends(second),
    });
    expect(types([page, home, slow, thrownOut, used, lost])).toContain('session-lost');
  });
});

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

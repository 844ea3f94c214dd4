import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Settings } from '../../../src/engine/judging.js';
import { jwtOf } from '../../support/jose.js';
import { type Asked, visitOf } from '../../support/simulated-visit.js';
import { analysisOf, options, tell } from '../../support/told-analysis.js';

const START = 1_767_225_600_000;
const hex = (n: number): string => (n * 2_654_435_761).toString(16).padStart(8, '0').repeat(4);

/** What an exchange carries and sets: numbers of cookies, and of the values that they have then. */
interface Step {
  carries: number[];
  sets?: [cookie: number, value: number] | undefined;
  path: number;
  bearer?: number | undefined;
  asks?: number | undefined;
}

const few = fc.nat({ max: 4 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyStep: fc.Arbitrary<Step> = fc.record({
  carries: fc.array(few, { maxLength: 4 }),
  sets: maybe(fc.tuple(few, few)),
  path: few,
  bearer: maybe(few),
  asks: maybe(few),
});

/** Values stand in addresses and headers as well, where a mask may forget them. */
function exchangeOf(step: Step, n: number, values: Map<number, number>): Exchange {
  const valueOf = (cookie: number) => hex(cookie * 10 + (values.get(cookie) ?? 0));
  const cookies = step.carries.map((cookie) => `session${cookie}=${valueOf(cookie)}`);
  if (step.sets) values.set(...step.sets);
  const [set] = step.sets ?? [];
  const query = step.asks === undefined ? '' : `?q=${hex(step.asks)}`;
  return {
    id: `x${n}`,
    url: `https://shop.test/${step.path}/${hex(step.path)}${query}`,
    method: n % 3 === 0 ? 'POST' : 'GET',
    type: n === 0 ? 'document' : 'fetch',
    startedAt: START + n * 1_000,
    topUrl: 'https://shop.test/',
    request: {
      headers: [
        { name: 'cookie', value: cookies.join('; ') },
        ...(step.bearer === undefined
          ? []
          : [{ name: 'authorization', value: `Bearer ${jwtOf({ sub: `u${step.bearer}` })}` }]),
      ],
    },
    response: {
      status: 200,
      headers:
        set === undefined
          ? []
          : [{ name: 'set-cookie', value: `session${set}=${valueOf(set)}; Path=/; HttpOnly` }],
    },
  };
}

const reportOf = (analysis: Analysis) =>
  JSON.stringify(
    analysis.report({
      source: { kind: 'tab', url: 'https://shop.test/', dropped: 0 },
      version: '0',
    }),
  );

it('a report after one more exchange is that of all of them, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const values = new Map<number, number>();
      const exchanges = steps.map((one, n) => exchangeOf(one, n, values));
      const again = new Analysis();
      for (const [n, exchange] of exchanges.entries()) {
        again.addExchange(exchange);
        const once = new Analysis();
        for (const one of exchanges.slice(0, n + 1)) once.addExchange(one);
        expect(reportOf(again)).toBe(reportOf(once));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

const WHAT: readonly Asked['what'][] = [
  ...(['page', 'login', 'api', 'token', 'refresh', 'remember'] as const),
  ...(['poll', 'storage', 'jar', 'mark', 'logout'] as const),
];
const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    what: fc.constantFrom(...WHAT),
    after: fc.constantFrom(0, 7, 300, 4_000, 100_000, 90_000_000),
    takes: fc.constantFrom(0, 3, 55, 900, 20_000),
    bodiesAfter: maybe(fc.constantFrom(0, 30, 700)),
  })
  .map(({ bodiesAfter, ...asked }) =>
    bodiesAfter === undefined ? asked : { ...asked, bodiesAfter },
  );
const SETTINGS: readonly Partial<Settings>[] = [
  {},
  { disabledRules: ['cookie-missing-httponly'] },
  { ownNames: [{ name: 's*', role: 'other' }] },
  { thresholds: { sessionEntropy: 200, accessTokenLifetime: 60 } },
];

it('so is one after whatever else a visit tells, in any order, and by other choices', () => {
  const visits = fc.array(anyAsked, { minLength: 4, maxLength: 24 });
  const told = fc
    .tuple(visits, fc.nat({ max: 1_000 }))
    .chain(([asked, seed]) => {
      const all = visitOf(asked, seed);
      // Some come late, so that states are given up and read anew.
      return fc.tuple(fc.constant(all), fc.array(fc.nat({ max: 5 }), { maxLength: all.length }));
    })
    .map(([all, late]) => delayed(all, late));
  fc.assert(
    fc.property(told, fc.array(fc.nat({ max: 3 }), { maxLength: 40 }), (all, choices) => {
      const again = new Analysis();
      for (const [n, one] of all.entries()) {
        tell(again, one);
        const settings = SETTINGS[choices[n] ?? 0]!;
        const once = analysisOf(all.slice(0, n + 1)).report({ ...options, settings });
        expect(JSON.stringify(again.report({ ...options, settings }))).toBe(JSON.stringify(once));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

/** The same, where each may come after so many of those that follow it. */
function delayed<T>(all: readonly T[], by: readonly number[]): T[] {
  const at = all.map((one, n) => ({ one, at: n + (by[n] ?? 0) }));
  return at.sort((a, b) => a.at - b.at).map(({ one }) => one);
}

it('is made in steps, none of which is most of it', () => {
  const analysis = new Analysis();
  analysis.addExchange(exchangeOf({ carries: [0, 1], path: 1 }, 0, new Map()));
  const whole = JSON.stringify(analysis.report(options));
  const steps = analysis.reportSteps(options);
  let count = 1;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(7);
  expect(JSON.stringify(step.value)).toBe(whole);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { jwtOf } from '../../support/tokens.js';

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
    { numRuns: 25 },
  );
}, 60_000);

it('is made in steps, none of which is most of it', () => {
  const analysis = new Analysis();
  analysis.addExchange(exchangeOf({ carries: [0, 1], path: 1 }, 0, new Map()));
  const options = { source: { kind: 'tab' as const, url: '', dropped: 0 }, version: '0' };
  const whole = JSON.stringify(analysis.report(options));
  const steps = analysis.reportSteps(options);
  let count = 1;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(7);
  expect(JSON.stringify(step.value)).toBe(whole);
});

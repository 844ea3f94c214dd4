import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { type Asked, type Told, visitOf } from '../../support/simulated-visit.js';
import { THOROUGH } from '../../support/thorough.js';
import { analysisOf, everything, options, tell } from '../../support/told-analysis.js';

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
  ['dense', dense, 30, {}],
  ['long', long, 2, THOROUGH],
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

describe.each(VISITS)(
  'the result of a %s visit',
  { timeout: 120_000 },
  (_, visit, numRuns, how) => {
    it('is the same when observations come out of order by a few places', how, () => {
      fc.assert(
        fc.property(visit, shifts, (all, places) => {
          expect(everything(analysisOf(disordered(all, places, 12)), all)).toEqual(
            everything(analysisOf(all), all),
          );
        }),
        { numRuns },
      );
    });

    it(
      'is the same from a recording, which tells requests when they start and bodies with them',
      how,
      () => {
        fc.assert(
          fc.property(visit, (all) => {
            expect(everything(analysisOf(asRecorded(all)), all)).toEqual(
              everything(analysisOf(all), all),
            );
          }),
          { numRuns },
        );
      },
    );

    it(
      'is the same from a recording that is told as a whole, in any order, and goes on then',
      how,
      () => {
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
      },
    );

    it(
      'is the same with reports in between and after a stop at any point, out of order as well',
      how,
      () => {
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
      },
    );
  },
);

import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { Seeded } from '../../support/seeded.js';
import { type Asked, type Told, visitOf } from '../../support/simulated-visit.js';
import { analysisOf, everything, options, tell } from '../../support/told-analysis.js';

// Small visits fit the window as a whole, so that any order of telling is in time. SHUFFLES=1000
// tries more of them; a failure names the visit and the shuffle, which are the same in every run.
const VISITS = 50;
const SHUFFLES = Math.ceil(Number(process.env.SHUFFLES ?? 100) / VISITS);

const WHAT: readonly Asked['what'][] = [
  ...(['page', 'login', 'api', 'token', 'refresh', 'remember'] as const),
  ...(['poll', 'storage', 'jar', 'mark', 'logout'] as const),
];

/** A visit of four to twelve things that somebody or a script does. */
function smallVisit(seed: string): Told[] {
  const random = new Seeded(seed);
  const asked = Array.from({ length: 4 + random.below(9) }, (): Asked => {
    const bodiesAfter = random.pick([undefined, undefined, 0, 30, 700]);
    return {
      what: random.pick(WHAT),
      after: random.pick([0, 0, 1, 7.5, 40, 300, 4_000, 100_000]),
      takes: random.pick([0, 0.4, 3, 55, 900, 20_000]),
      ...(bodiesAfter === undefined ? {} : { bodiesAfter }),
    };
  });
  return visitOf(asked, random.below(1e9));
}

function shuffled(all: readonly Told[], random: Seeded): Told[] {
  const rest = [...all];
  return all.map(() => rest.splice(random.below(rest.length), 1)[0]!);
}

/** Told in batches; after each a report is asked for, or the worker is stopped, or neither. */
function interrupted(all: readonly Told[], random: Seeded): Analysis {
  let analysis = new Analysis();
  for (let at = 0; at < all.length;) {
    const batch = all.slice(at, at + 1 + random.below(5));
    at += batch.length;
    for (const told of batch) tell(analysis, told);
    const next = random.pick(['go on', 'report', 'stop', 'report and stop'] as const);
    if (next.startsWith('report')) analysis.report(options);
    if (next.endsWith('stop'))
      analysis = Analysis.restore(
        JSON.parse(JSON.stringify(analysis.save())) as ReturnType<Analysis['save']>,
      );
  }
  return analysis;
}

describe('the result of a small visit', { timeout: 60_000 }, () => {
  it.each(Array.from({ length: VISITS }, (_, n) => `visit ${n}`))(
    '%s is the same in whatever order it is told, with reports and stops in between',
    (seed) => {
      const all = smallVisit(seed);
      const expected = everything(analysisOf(all), all);
      for (let n = 0; n < SHUFFLES; n++) {
        const random = new Seeded(`${seed}, shuffle ${n}`);
        const analysis = interrupted(shuffled(all, random), random);
        expect(everything(analysis, all), random.seed.toString()).toEqual(expected);
      }
    },
  );

  it('is worth the comparison: together they hold logins, refreshes, logouts and findings', () => {
    const reports = Array.from({ length: VISITS }, (_, n) =>
      analysisOf(smallVisit(`visit ${n}`)).report(options),
    );
    const types = new Set(reports.flatMap(({ events }) => events.map(({ type }) => type)));
    expect([...types]).toEqual(expect.arrayContaining(['login', 'logout', 'refreshed']));
    const roles = new Set(reports.flatMap(({ credentials }) => credentials.map((c) => c.role)));
    expect([...roles]).toEqual(
      expect.arrayContaining(['session', 'access-token', 'refresh-token', 'csrf']),
    );
    expect(reports.flatMap(({ findings }) => findings).length).toBeGreaterThan(VISITS);
  });
});

import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { Seeded } from '../../support/seeded.js';
import { type Asked, type Told, visitOf } from '../../support/simulated-visit.js';
import { analysisOf, everything, tell } from '../../support/told-analysis.js';

/** Longer than what is held back for requests that are under way. */
function longVisit(seed: string): Told[] {
  const random = new Seeded(seed);
  const asked = Array.from({ length: 120 }, (_, n): Asked => ({
    what: n === 20 ? 'login' : random.pick(['page', 'api', 'token', 'refresh', 'poll', 'storage']),
    after: random.pick([0, 1, 7.5, 40]),
    takes: random.pick([0.4, 3, 55, 900]),
  }));
  return visitOf(asked, random.below(1e9));
}

describe('reading on', () => {
  it.each(['one', 'two', 'three'])('changes nothing of what is said: visit %s', (seed) => {
    const all = longVisit(seed);
    const random = new Seeded(`slices of ${seed}`);
    const analysis = new Analysis();
    for (const told of all) {
      tell(analysis, told);
      let left = random.below(6);
      analysis.readOn(() => left-- > 0);
    }
    expect(everything(analysis, all)).toEqual(everything(analysisOf(all), all));
  });

  it('stops when it may not go on, and says when nothing is left', () => {
    const analysis = analysisOf(longVisit('slices'));
    let steps = 0;
    expect(analysis.readOn(() => steps++ < 3)).toBe(false);
    expect(analysis.readOn(() => true)).toBe(true);
    expect(analysis.readOn(() => false)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { makePlan } from '../../soak/plan.js';

const OPTIONS = { seed: 7, seconds: 60, rate: 5, stops: 10 };

describe('the plan of a soak', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(makePlan(OPTIONS)).toEqual(makePlan(OPTIONS));
    expect(makePlan(OPTIONS)).not.toEqual(makePlan({ ...OPTIONS, seed: 8 }));
  });

  it('is in order, as long and as dense as it was asked to be', () => {
    const steps = makePlan(OPTIONS);
    expect(steps).toEqual(steps.toSorted((a, b) => a.at - b.at));
    expect(steps.every(({ at }) => at >= 0 && at < 60_000)).toBe(true);
    expect(steps.filter((step) => 'stop' in step)).toHaveLength(10);
    const deeds = steps.filter((step) => 'deed' in step).length;
    expect(deeds).toBeGreaterThan(700);
    expect(deeds).toBeLessThan(1_100);
  });

  it('gives each step of a tab a name of its own', () => {
    const ids = makePlan(OPTIONS).flatMap((step) => ('stop' in step ? [] : [step.id]));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the page with a service worker alone do what needs one', () => {
    const served = makePlan(OPTIONS).filter(
      (step) => 'deed' in step && (step.deed === 'message' || step.deed === 'through'),
    );
    expect(new Set(served.map((step) => 'tab' in step && step.tab))).toEqual(new Set(['c']));
  });
});

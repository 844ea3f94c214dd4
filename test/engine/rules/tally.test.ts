import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/render.js';
import { type CheckCounts, noChecks, Tally } from '../../../src/engine/rules/tally.js';

const subject = 'site' as const;
const rule = { id: 'sound', subject, title: 'Something is amiss', strength: 'All is well.' };

/** What a tally says after one rule came to this. */
function tallied(now: Partial<CheckCounts>, of: Parameters<Tally['close']>[0] = rule): Tally {
  const tally = new Tally();
  Object.assign(tally.now, now);
  tally.close(of);
  return tally;
}

describe('praise', () => {
  it.each<[string, Partial<CheckCounts>]>([
    ['something passed', { passed: 1 }],
    ['the rest is not asked about', { passed: 2, doesNotApply: 3 }],
  ])('is for a rule where %s', (_, now) =>
    expect(tallied(now).strengths.map(({ ruleId }) => ruleId)).toEqual(['sound']),
  );

  it.each<[string, Partial<CheckCounts>]>([
    ['something failed', { passed: 1, failed: 1 }],
    ['something is unknown', { passed: 1, unknown: 1 }],
    ['it is asked about nothing', { doesNotApply: 3 }],
    ['nothing is there', {}],
  ])('is none where %s', (_, now) => expect(tallied(now).strengths).toEqual([]));

  it('is none for a rule that has no words for it', () =>
    expect(tallied({ passed: 1 }, { id: 'silent', subject, title: '' }).strengths).toEqual([]));
});

describe('what a rule came to', () => {
  it('is counted by itself and among all, and the next one begins anew', () => {
    const tally = tallied({ passed: 1, failed: 2 });
    Object.assign(tally.now, { unknown: 1 });
    tally.close({ id: 'other', subject, title: '' });
    expect(tally.counts).toEqual({ passed: 1, failed: 2, doesNotApply: 0, unknown: 1 });
    expect(tally.byRule.get('sound')).toEqual({ ...noChecks(), passed: 1, failed: 2 });
    expect(tally.byRule.get('other')).toEqual({ ...noChecks(), unknown: 1 });
  });

  it('is unseen where it is unknown, unless only a trial could tell', () => {
    expect(tallied({ unknown: 2 }).unseen.map((one) => render(one))).toEqual([rule.title]);
    expect(tallied({ unknown: 2 }, { ...rule, needsTrial: true }).unseen).toEqual([]);
    expect(tallied({ passed: 2 }).unseen).toEqual([]);
  });

  it('is no complaint where another rule says the same', () => {
    const tally = tallied({ failed: 2 });
    tally.withdraw('sound');
    const left = { ...noChecks(), failed: 1, doesNotApply: 1 };
    expect([tally.counts, tally.byRule.get('sound')]).toEqual([left, left]);
  });

  it('applies to no credentials but those that answered', () => {
    const tally = new Tally();
    // Two rules, four words each: the first passed, the second failed.
    tally.addCredential([0, 4 + 1], 2);
    tally.addCredential([0], 2);
    tally.takeCredentials(1);
    expect(tally.now).toEqual({ ...noChecks(), failed: 1, doesNotApply: 1 });
  });
});

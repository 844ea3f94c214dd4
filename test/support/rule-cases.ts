import { describe, expect, it } from 'vitest';
import { Known } from '../../src/engine/known.js';
import type { KnownParts } from '../../src/engine/known-parts.js';
import type { Credential, Severity } from '../../src/engine/model.js';
import { judge } from '../../src/engine/rules/judge.js';
import type { CheckCounts } from '../../src/engine/rules/tally.js';
import type { Rule } from '../../src/engine/rules/rule.js';
import { T0 } from './credential.js';

/** One credential, or all that is known where a rule looks at more. */
export type RuleCase = Credential | Partial<KnownParts>;

/** What is wrong (or right) → in which case. */
export interface RuleCases {
  flags: { [what: string]: readonly [Severity, RuleCase] };
  passes: { [what: string]: RuleCase };
  /** The question does not arise. */
  doesNotApply?: { [what: string]: RuleCase };
  /** What was seen does not answer it. */
  unknown?: { [what: string]: RuleCase };
}

/** Tests one rule with data alone: what it must flag, and how badly, and what it must let pass. */
export function testRule(
  rule: Rule,
  { flags, passes, doesNotApply = {}, unknown = {} }: RuleCases,
): void {
  const judgeOne = (one: RuleCase) => {
    const parts: Partial<KnownParts> = 'identity' in one ? { credentials: [one] } : one;
    return judge(new Known({ now: T0, credentials: [], ...parts }), [rule]);
  };
  const words = (one: RuleCase): (keyof CheckCounts)[] => {
    const { findings, failures, checks } = judgeOne(one);
    expect({ findings, failures }).toEqual({ findings: [], failures: [] });
    const counts = [...checks.values()].flatMap(({ counts: of }) => Object.entries(of));
    const seen = counts.filter(([, count]) => count > 0).map(([word]) => word);
    return [...new Set(seen)] as (keyof CheckCounts)[];
  };

  describe(rule.id, () => {
    it.each(Object.entries(flags))('flags %s', (_what, [severity, one]) => {
      const { findings, failures } = judgeOne(one);
      expect(failures).toEqual([]);
      expect(findings.map((finding) => finding.severity)).toEqual([severity]);
      const values = 'identity' in one ? [one.value] : [];
      expect(values.filter((value) => JSON.stringify(findings).includes(value))).toEqual([]);
    });

    it.each(Object.entries(passes))('passes %s', (_what, one) => {
      expect(words(one)).toContain('passed');
    });

    it.each(Object.entries(doesNotApply))('does not apply to %s', (_what, one) => {
      expect(words(one)).toEqual(['doesNotApply']);
    });

    it.each(Object.entries(unknown))('cannot know of %s', (_what, one) => {
      expect(words(one)).toEqual(['unknown']);
    });

    it('has at least three cases of both kinds', () => {
      expect(Object.keys(flags).length).toBeGreaterThanOrEqual(3);
      expect(Object.keys(passes).length).toBeGreaterThanOrEqual(3);
    });
  });
}

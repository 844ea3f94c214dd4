import { describe, expect, it } from 'vitest';
import type { Credential, Severity } from '../../src/engine/model.js';
import { judge } from '../../src/engine/rules/judge.js';
import type { Rule } from '../../src/engine/rules/rule.js';
import { T0 } from './credential.js';

/** What is wrong (or right) with the credential → the credential. */
export interface RuleCases {
  flags: { [what: string]: readonly [Severity, Credential] };
  passes: { [what: string]: Credential };
}

/** Tests one rule with data alone: what it must flag, and how badly, and what it must let pass. */
export function testRule(rule: Rule, { flags, passes }: RuleCases): void {
  const judgeOne = (credential: Credential) => judge([credential], { now: T0 }, [rule]);

  describe(rule.id, () => {
    it.each(Object.entries(flags))('flags %s', (_what, [severity, credential]) => {
      const { findings, failures } = judgeOne(credential);
      expect(failures).toEqual([]);
      expect(findings.map((finding) => finding.severity)).toEqual([severity]);
      expect(JSON.stringify(findings)).not.toContain(credential.value);
    });

    it.each(Object.entries(passes))('passes %s', (_what, credential) => {
      expect(judgeOne(credential)).toEqual({ findings: [], failures: [] });
    });

    it('has cases of both kinds', () => {
      expect(Object.keys(flags)).not.toEqual([]);
      expect(Object.keys(passes)).not.toEqual([]);
    });
  });
}

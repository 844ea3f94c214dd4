import type { About, RuleFailure } from '../model.js';
import { failureOf } from '../rules/failure.js';
import type { Rule } from '../rules/rule.js';

/**
 * A draft after each of its rules has changed it in turn. One that throws leaves it to the others
 * as it was, and is told among `failures`.
 */
export function mended<D, R extends Pick<Rule, 'id'>>(
  before: D,
  { rules, change, about }: { rules: readonly R[]; change(rule: R, draft: D): D; about: About },
  failures: RuleFailure[],
): D {
  return rules.reduce((draft, rule) => {
    try {
      return change(rule, draft);
    } catch (error) {
      failures.push(failureOf(rule.id, about, error));
      return draft;
    }
  }, before);
}

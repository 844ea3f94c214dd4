/** Parts of a rule that are shown, each under a key of its own. */
export type RulePart = 'title' | 'why' | 'fix' | 'breaks' | 'grading' | 'strength';

/** Catalogue key of one of a rule's strings: `rule_cookie_missing_secure_title`. */
export function ruleKey(id: string, part: RulePart): string {
  return `rule_${id.replaceAll('-', '_')}_${part}`;
}

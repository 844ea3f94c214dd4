/**
 * Where the extension explains a rule, from any of its pages; without an id, a list of all rules.
 */
export function ruleAddress(id?: string): string {
  return `/rules/rule.html${id === undefined ? '' : `?id=${encodeURIComponent(id)}`}`;
}

import type { About, RuleFailure } from '../model.js';

/** What a rule's own code threw, told of the thing that it was asked about. */
export function failureOf(ruleId: string, about: About, error: unknown): RuleFailure {
  return { ruleId, about, message: describe(error) };
}

/** Only the kind of error: its message may quote the value that the rule stumbled over. */
function describe(error: unknown): string {
  const kind = error instanceof Error ? error.constructor.name : 'something that is no error';
  return `The rule threw ${kind}.`;
}

import type { Severity } from '../../engine/model.js';

/** The names of the cases in a rule's test, by what the rule says of them; English. */
export interface RuleExamples {
  readonly flags: readonly string[];
  readonly passes: readonly string[];
  readonly doesNotApply: readonly string[];
  readonly unknown: readonly string[];
}

/** A rule as it is explained to people, in the reader's language but for its examples. */
export interface ShownRule {
  readonly id: string;
  /** Absent where it depends on what was found, as `grading` says. */
  readonly severity?: Severity;
  readonly grading?: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly breaks: string;
  readonly strength?: string;
  readonly references: readonly string[];
  readonly examples: RuleExamples;
}

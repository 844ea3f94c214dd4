import type { Severity } from '../engine/model.js';

/** In which words the cases of a rule's test come, by what the rule says of them. */
export interface RuleExamples {
  readonly flags: readonly string[];
  readonly passes: readonly string[];
  readonly doesNotApply: readonly string[];
  readonly unknown: readonly string[];
}

/** A rule as it is explained to people, in the reader's language but for its examples. */
export interface ShownRule {
  readonly id: string;
  /** Absent where it depends on what was found. */
  readonly severity?: Severity;
  /** How it depends on that; English. */
  readonly grading?: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly breaks: string;
  readonly strength?: string;
  readonly references: readonly string[];
  /** English: the names of test cases. */
  readonly examples: RuleExamples;
}

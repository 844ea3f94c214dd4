import { Known } from '../known.js';
import { remembered } from '../memo.js';
import type { Credential, Finding, RuleFailure } from '../model.js';
import { failureOf } from './failure.js';
import { makeFinding } from './make-finding.js';
import type { Check, CredentialRule, Evidence, RuleOf, SubjectKind, Subjects } from './rule.js';
import { SUBJECTS } from './subjects.js';
import type { Word } from './tally.js';

/** What a check came to; a rule that threw has answered nothing. */
export interface Checked {
  readonly word: Word;
  readonly finding?: Finding;
  readonly failure?: RuleFailure;
}

/** A rule, and how it is asked: told once for all whom it is asked about. */
export interface Question<K extends SubjectKind> {
  readonly rule: RuleOf<K>;
  readonly check: RuleOf<K>['check'];
}

export function questionOf<K extends SubjectKind>(rule: RuleOf<K>): Question<K> {
  return { rule, check: checkOf(rule) };
}

/** Most checks find nothing: what they come to is not made for each. */
const WITHOUT_FINDING: Readonly<Record<Exclude<Word, 'failed'>, Checked>> = {
  passed: { word: 'passed' },
  doesNotApply: { word: 'doesNotApply' },
  unknown: { word: 'unknown' },
};

/** Asks one rule about one subject; `isSure`: it is known that it applies. */
export function checked<K extends SubjectKind>(
  { rule, check }: Question<K>,
  subject: Subjects[K],
  known: Known,
  isSure: boolean,
): Checked {
  const { fits, about } = SUBJECTS[rule.subject];
  try {
    if (!isSure && rule.applies && !fits(subject, rule.applies))
      return WITHOUT_FINDING.doesNotApply;
    const result = check(subject, known);
    if (!isEvidence(result)) return WITHOUT_FINDING[wordOf(result)];
    return { word: 'failed', finding: makeFinding(rule, subject, result, known) };
  } catch (error) {
    return { word: 'unknown', failure: failureOf(rule.id, about(subject), error) };
  }
}

/** What a check is handed that does not ask for it. */
const NOTHING_KNOWN = new Known({ now: 0, credentials: [] });

/**
 * Checks of rules that look at their credential alone, which are not asked again of one that did
 * not change.
 */
const lasting = remembered(({ check }: CredentialRule) => {
  const once = remembered((credential: Credential) => check(credential, NOTHING_KNOWN));
  return (credential: Credential) => once(credential);
});

/** A check that takes no second argument cannot see anything but its subject. */
function checkOf<K extends SubjectKind>(rule: RuleOf<K>): RuleOf<K>['check'] {
  if (rule.subject !== 'credential' || rule.check.length > 1)
    return (subject, known) => rule.check(subject, known);
  return lasting(rule as unknown as CredentialRule) as unknown as RuleOf<K>['check'];
}

function isEvidence(result: Check): result is readonly Evidence[] {
  return typeof result !== 'string' && result.length > 0;
}

/** What a check came to that has no evidence. */
function wordOf(result: Check): Exclude<Word, 'failed'> {
  if (typeof result !== 'string') return 'passed';
  return result === 'unknown' ? 'unknown' : 'doesNotApply';
}

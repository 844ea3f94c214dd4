import { Kept } from '../kept.js';
import type { Known } from '../known.js';
import { sitesUsing } from '../known-indexes.js';
import type { Credential, Finding, RuleFailure } from '../model.js';
import { isSame } from '../reads.js';
import { checked, type Question, questionOf } from './checked.js';
import type { CredentialRule } from './rule.js';
import { SUBJECTS } from './subjects.js';
import { tried } from './tried.js';
import { WORDS } from './tally.js';

/** What came of all rules that apply to one credential. */
export interface CredentialChecks {
  /** Sites that they count for. */
  readonly sites: readonly string[];
  /** What each came to: the number of its rule, times four, and that of the word. */
  readonly answers: readonly number[];
  readonly complaints: readonly { rule: CredentialRule; finding: Finding }[];
  readonly failures: readonly RuleFailure[];
}

interface Lasting extends CredentialChecks {
  /** Numbers of rules that look at what is another one after every exchange. */
  readonly again: readonly number[];
}

/** A rule that fits, by its number; one of which that cannot be told fails by itself. */
interface Fitting {
  readonly at: number;
  readonly isSure: boolean;
}

/** The checks of the judgement before of the same recording. */
export class KeptChecks {
  #rules: readonly CredentialRule[] | undefined;
  #checks: ChecksBy | undefined;

  /**
   * Those by these rules, where the judgement before was by them as well. A file is judged once: to
   * watch what is read there would cost as much as to read it.
   */
  again(rules: readonly CredentialRule[]): ChecksBy | undefined {
    if (isSame(rules, this.#rules)) return (this.#checks ??= new ChecksBy(rules));
    this.#rules = rules;
    this.#checks = undefined;
    return undefined;
  }
}

/**
 * The checks of credentials by the same rules, kept from one report to the next: none is made again
 * of a credential that did not change, where all that was looked at says the same.
 */
class ChecksBy {
  readonly #kept = new Kept<Lasting>();
  readonly #questions: readonly Question<'credential'>[];
  /** By what `applies` can tell apart. */
  readonly #fitting = new Map<string, readonly Fitting[]>();

  constructor(rules: readonly CredentialRule[]) {
    this.#questions = rules.map(questionOf);
  }

  of(credential: Credential, known: Known): CredentialChecks {
    const by = known.settingsText();
    const kept = this.#kept.of(credential, by, known, () => this.#all(credential, known));
    if (kept.again.length === 0) return kept;
    const fresh = new Gathered(this.#questions);
    const fitting = this.#fittingTo(credential).filter(({ at }) => kept.again.includes(at));
    for (const { at, isSure } of fitting) fresh.add(at, credential, known, isSure);
    return {
      sites: kept.sites,
      answers: [...kept.answers, ...fresh.answers],
      complaints: [...kept.complaints, ...fresh.complaints],
      failures: [...kept.failures, ...fresh.failures],
    };
  }

  #all(credential: Credential, known: Known): Lasting {
    const all = new Gathered(this.#questions);
    const again: number[] = [];
    for (const { at, isSure } of this.#fittingTo(credential)) {
      const one = new Gathered(this.#questions);
      const { reads } = known.watched(() => one.add(at, credential, known, isSure));
      if (reads.isOfAll) {
        again.push(at);
        continue;
      }
      known.alsoRead(reads);
      all.addAll(one);
    }
    const { answers, complaints, failures } = all;
    return { sites: sitesUsing(credential), answers, complaints, failures, again };
  }

  #fittingTo(credential: Credential): readonly Fitting[] {
    const { likeness } = SUBJECTS.credential;
    const like = tried(() => likeness(credential));
    const before = like === undefined ? undefined : this.#fitting.get(like);
    if (before) return before;
    const fitting = this.#questions.flatMap(({ rule }, at) => {
      const fits = tried(() => isFor(rule, credential));
      return fits === false ? [] : [{ at, isSure: fits === true }];
    });
    if (like !== undefined) this.#fitting.set(like, fitting);
    return fitting;
  }
}

class Gathered {
  readonly #questions: readonly Question<'credential'>[];
  readonly answers: number[] = [];
  readonly complaints: { rule: CredentialRule; finding: Finding }[] = [];
  readonly failures: RuleFailure[] = [];

  constructor(questions: readonly Question<'credential'>[]) {
    this.#questions = questions;
  }

  add(at: number, credential: Credential, known: Known, isSure: boolean): void {
    const question = this.#questions[at];
    if (!question) return;
    const { word, finding, failure } = checked(question, credential, known, isSure);
    this.answers.push(at * WORDS.length + WORDS.indexOf(word));
    if (finding) this.complaints.push({ rule: question.rule, finding });
    if (failure) this.failures.push(failure);
  }

  addAll({ answers, complaints, failures }: Gathered): void {
    this.answers.push(...answers);
    this.complaints.push(...complaints);
    this.failures.push(...failures);
  }
}

function isFor({ applies }: CredentialRule, credential: Credential): boolean {
  return !applies || SUBJECTS.credential.fits(credential, applies);
}

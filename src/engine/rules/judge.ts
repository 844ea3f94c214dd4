import type { Settings } from '../judging.js';
import { Known } from '../known.js';
import type { Credential, Finding, RuleFailure } from '../model.js';
import { finished, type Steps } from '../steps.js';
import { text, type Text } from '../text.js';
import { Asking } from './asking.js';
import { failureOf } from './failure.js';
import { RULES } from './index.js';
import { joined } from './joined.js';
import { compareFindings, comparePlace, makeFinding, thingOf } from './make-finding.js';
import { remembered } from '../memo.js';
import type {
  Check,
  CredentialRule,
  Evidence,
  Rule,
  RuleOf,
  SubjectKind,
  Subjects,
} from './rule.js';
import { ruleKey } from './rule-key.js';
import { SUBJECTS } from './subjects.js';
import { type SiteChecks, Tally, type Word } from './tally.js';

export interface Judgement {
  /** By severity from the worst, then by rule id, then by what they are about. */
  findings: Finding[];
  failures: RuleFailure[];
  /** By site, for every site that something was asked about. */
  checks: ReadonlyMap<string, SiteChecks>;
}

/** Asks every rule about every subject. A rule that throws becomes a failure and stops nothing. */
export function judge(known: Known, rules?: readonly Rule[]): Judgement {
  return finished(judgeSteps(known, rules));
}

/** So many rules are asked in one step. */
const IN_ONE_STEP = 20;

/** The same, step by step. */
export function* judgeSteps(known: Known, rules: readonly Rule[] = RULES): Steps<Judgement> {
  const bench = new Bench(known);
  for (const [at, rule] of enabled(rules, known.settings).entries()) {
    if (at % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
    bench.ask(rule as RuleOf<SubjectKind>);
  }
  return bench.judgement();
}

/** A rule by its id, with what it complains of. */
interface RuleTitle {
  id: string;
  title: Text;
}

/** The rules that are asked, and those that somebody switched off. */
export function ruleTitles(settings: Settings): { asked: RuleTitle[]; off: RuleTitle[] } {
  const asked = enabled(RULES, settings);
  return { asked: asked.map(titled), off: RULES.filter((one) => !asked.includes(one)).map(titled) };
}

function titled({ id, title }: Rule): RuleTitle {
  return { id, title: text(ruleKey(id, 'title'), title) };
}

function enabled(rules: readonly Rule[], { disabledRules }: Settings): Rule[] {
  const off = new Set(disabledRules);
  return rules.filter(({ id }) => !off.has(id));
}

/** What a check is handed that does not ask for it. */
const NOTHING_KNOWN = new Known({ now: 0, credentials: [] });

/** A complaint with what decides whether it stands. */
interface Complaint {
  finding: Finding;
  tallies: readonly Tally[];
  yieldsTo: readonly string[];
}

class Bench {
  readonly #known: Known;
  readonly #complaints: Complaint[] = [];
  readonly #failures: RuleFailure[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #asking: Asking;

  constructor(known: Known) {
    this.#known = known;
    this.#asking = new Asking(known, (site) => this.#tally(site));
  }

  /** Asks one rule about all subjects of its kind. */
  ask<K extends SubjectKind>(rule: RuleOf<K>): void {
    const { fitting, others, isSure } = this.#asking.asked(rule);
    const question = { rule, check: checkOf(rule), isSure };
    for (const { subject, tallies } of fitting) {
      const word = this.#check(question, subject, tallies);
      for (const tally of tallies) tally.now[word]++;
    }
    for (const [tally, count] of others) tally.now.doesNotApply += count;
    for (const tally of this.#tallies.values()) tally.close(rule);
  }

  judgement(): Judgement {
    const findings = joined(this.#standing()).sort(compareFindings);
    return { findings, failures: this.#failures.sort(comparePlace), checks: this.#tallies };
  }

  /** What the check came to; a rule that threw has answered nothing. */
  #check<K extends SubjectKind>(
    { rule, check, isSure }: Question<K>,
    subject: Subjects[K],
    tallies: readonly Tally[],
  ): Word {
    const { fits, about } = SUBJECTS[rule.subject];
    try {
      if (!isSure && rule.applies && !fits(subject, rule.applies)) return 'doesNotApply';
      const result = check(subject, this.#known);
      if (isEvidence(result)) {
        const finding = makeFinding(rule, subject, result, this.#known);
        this.#complaints.push({ finding, tallies, yieldsTo: rule.yieldsTo ?? [] });
      }
      return wordOf(result);
    } catch (error) {
      this.#failures.push(failureOf(rule.id, about(subject), error));
      return 'unknown';
    }
  }

  /** Complaints that no more exact one about the same thing says as well. */
  #standing(): Finding[] {
    const said = new Set(
      this.#complaints.map(({ finding }) => complaintKey(finding.ruleId, finding)),
    );
    return this.#complaints.flatMap(({ finding, tallies, yieldsTo }) => {
      if (!yieldsTo.some((id) => said.has(complaintKey(id, finding)))) return [finding];
      for (const tally of tallies) tally.withdraw(finding.ruleId);
      return [];
    });
  }

  #tally(site: string): Tally {
    const known = this.#tallies.get(site) ?? new Tally();
    this.#tallies.set(site, known);
    return known;
  }
}

/** A rule, and how it is asked. */
interface Question<K extends SubjectKind> {
  readonly rule: RuleOf<K>;
  readonly check: RuleOf<K>['check'];
  /** It is known that it applies to all whom it is asked about. */
  readonly isSure: boolean;
}

function complaintKey(ruleId: string, { about }: Pick<Finding, 'about'>): string {
  return `${ruleId} ${thingOf(about)}`;
}

/** Checks of rules that look at their credential alone, which are not asked again of one that did not change. */
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

function wordOf(result: Check): Word {
  if (typeof result !== 'string') return result.length > 0 ? 'failed' : 'passed';
  return result === 'unknown' ? 'unknown' : 'doesNotApply';
}

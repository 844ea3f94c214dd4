import type { Settings } from '../judging.js';
import type { Known } from '../known.js';
import type { Finding, RuleFailure } from '../model.js';
import { compareSeverity } from '../severity.js';
import { finished, type Steps } from '../steps.js';
import { text, type Text } from '../text.js';
import { Asking } from './asking.js';
import { checked, questionOf } from './checked.js';
import { type CredentialChecks, KeptChecks } from './credential-checks.js';
import { RULES } from './index.js';
import { joined } from './joined.js';
import { compareFindings, comparePlace, thingOf } from './make-finding.js';
import type { CredentialRule, Rule, RuleOf, SubjectKind } from './rule.js';
import { ruleKey } from './rule-key.js';
import { SUBJECTS } from './subjects.js';
import { type SiteChecks, Tally } from './tally.js';

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
/** So many credentials. */
const CREDENTIALS_IN_ONE_STEP = 40;

/** The same, step by step; `kept`: from the judgement before of the same recording. */
export function* judgeSteps(
  known: Known,
  rules: readonly Rule[] = RULES,
  kept = new KeptChecks(),
): Steps<Judgement> {
  const bench = new Bench(known);
  const asked = enabled(rules, known.settings);
  const ofCredentials = asked.filter(isOfCredentials);
  const again = kept.again(ofCredentials);
  if (again)
    for (const [at, one] of SUBJECTS.credential.all(known).entries()) {
      if (at % CREDENTIALS_IN_ONE_STEP === CREDENTIALS_IN_ONE_STEP - 1) yield;
      bench.take(again.of(one, known), ofCredentials.length);
    }
  for (const [at, rule] of asked.entries()) {
    if (at % IN_ONE_STEP === IN_ONE_STEP - 1) yield;
    if (again && isOfCredentials(rule)) bench.close(rule, ofCredentials.indexOf(rule));
    else bench.ask(rule as RuleOf<SubjectKind>);
  }
  return bench.judgement();
}

function isOfCredentials(rule: Rule): rule is CredentialRule {
  return rule.subject === 'credential';
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

/** A complaint with what decides whether it stands. */
interface Complaint {
  finding: Finding;
  tallies: readonly Tally[];
  yieldsTo: readonly string[];
  yieldsUnlessMilder: true | undefined;
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

  /** Takes the checks of one credential, of so many rules. */
  take({ sites, answers, complaints, failures }: CredentialChecks, rules: number): void {
    const tallies = sites.map((site) => this.#tally(site));
    for (const tally of tallies) tally.addCredential(answers, rules);
    for (const { rule, finding } of complaints) this.#complain(rule, finding, tallies);
    this.#failures.push(...failures);
  }

  /** All credentials were asked about by a rule, the one of that number among such. */
  close(rule: CredentialRule, at: number): void {
    for (const tally of this.#tallies.values()) {
      tally.takeCredentials(at);
      tally.close(rule);
    }
  }

  /** Asks one rule about all subjects of its kind. */
  ask<K extends SubjectKind>(rule: RuleOf<K>): void {
    const { fitting, others, isSure } = this.#asking.asked(rule);
    const question = questionOf(rule);
    for (const { subject, tallies } of fitting) {
      const { word, finding, failure } = checked(question, subject, this.#known, isSure);
      if (finding) this.#complain(rule, finding, tallies);
      if (failure) this.#failures.push(failure);
      for (const tally of tallies) tally.now[word]++;
    }
    for (const [tally, count] of others) tally.now.doesNotApply += count;
    for (const tally of this.#tallies.values()) tally.close(rule);
  }

  judgement(): Judgement {
    const findings = joined(this.#standing()).sort(compareFindings);
    return { findings, failures: this.#failures.sort(comparePlace), checks: this.#tallies };
  }

  /** Complaints that no more exact one about the same thing says as well. */
  #standing(): Finding[] {
    const said = new Map(
      this.#complaints.map(({ finding }) => [complaintKey(finding.ruleId, finding), finding]),
    );
    return this.#complaints.flatMap(({ finding, tallies, yieldsTo, yieldsUnlessMilder }) => {
      const outweighs = (other: Finding | undefined) =>
        other && !(yieldsUnlessMilder && compareSeverity(other.severity, finding.severity) > 0);
      if (!yieldsTo.some((id) => outweighs(said.get(complaintKey(id, finding))))) return [finding];
      for (const tally of tallies) tally.withdraw(finding.ruleId);
      return [];
    });
  }

  #complain<K extends SubjectKind>(
    { yieldsTo = [], yieldsUnlessMilder }: RuleOf<K>,
    finding: Finding,
    tallies: readonly Tally[],
  ): void {
    this.#complaints.push({ finding, tallies, yieldsTo, yieldsUnlessMilder });
  }

  #tally(site: string): Tally {
    const known = this.#tallies.get(site) ?? new Tally();
    this.#tallies.set(site, known);
    return known;
  }
}

function complaintKey(ruleId: string, { about }: Pick<Finding, 'about'>): string {
  return `${ruleId} ${thingOf(about)}`;
}

import type { Settings } from '../judging.js';
import type { Known } from '../known.js';
import type { Finding, RuleFailure } from '../model.js';
import { text, type Text } from '../text.js';
import { RULES } from './index.js';
import { joined } from './joined.js';
import { compareFindings, comparePlace, makeFinding, ruleKey, thingOf } from './make-finding.js';
import type { Check, Evidence, Rule, RuleOf, SubjectKind, Subjects } from './rule.js';
import { SUBJECTS } from './subjects.js';

/** How many checks of a site came to what; one check is one rule asked about one subject. */
export interface CheckCounts {
  passed: number;
  failed: number;
  doesNotApply: number;
  unknown: number;
}

/** What is good about a site, in the words of the rule that everything there passes. */
export interface Strength {
  ruleId: string;
  text: Text;
}

/** What the rules came to at one site. */
export interface SiteChecks {
  /** Over all rules. */
  counts: CheckCounts;
  /** By rule id, for each rule that was asked about something there. */
  byRule: Map<string, CheckCounts>;
  strengths: Strength[];
}

export interface Judgement {
  /** By severity from the worst, then by rule id, then by what they are about. */
  findings: Finding[];
  failures: RuleFailure[];
  /** By site, for every site that something was asked about. */
  checks: ReadonlyMap<string, SiteChecks>;
}

/** Asks every rule about every subject. A rule that throws becomes a failure and stops nothing. */
export function judge(known: Known, rules: readonly Rule[] = RULES): Judgement {
  const bench = new Bench(known);
  for (const rule of enabled(rules, known.settings)) bench.ask(rule as RuleOf<SubjectKind>);
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
  return rules.filter(({ id }) => !disabledRules.includes(id));
}

type Word = keyof CheckCounts;

/** A complaint with what decides whether it stands. */
interface Complaint {
  finding: Finding;
  sites: readonly string[];
  yieldsTo: readonly string[];
}

class Bench {
  readonly #known: Known;
  readonly #complaints: Complaint[] = [];
  readonly #failures: RuleFailure[] = [];
  readonly #checks = new Map<string, SiteChecks>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Asks one rule about all subjects of its kind. */
  ask<K extends SubjectKind>(rule: RuleOf<K>): void {
    const { all, sites } = SUBJECTS[rule.subject];
    for (const subject of all(this.#known)) {
      const word = this.#check(rule, subject);
      if (word === undefined) continue;
      for (const site of sites(subject)) this.#count(site, rule.id, word);
    }
    if (rule.strength !== undefined) this.#praise(rule.id, rule.strength);
  }

  judgement(): Judgement {
    return {
      findings: joined(this.#standing()).sort(compareFindings),
      failures: this.#failures.sort(comparePlace),
      checks: this.#checks,
    };
  }

  /** What the check came to; undefined where the rule threw. */
  #check<K extends SubjectKind>(rule: RuleOf<K>, subject: Subjects[K]): Word | undefined {
    const { fits, about, sites } = SUBJECTS[rule.subject];
    try {
      if (rule.applies && !fits(subject, rule.applies)) return 'doesNotApply';
      const result = rule.check(subject, this.#known);
      if (isEvidence(result)) {
        const finding = makeFinding(rule, subject, result, this.#known);
        this.#complaints.push({ finding, sites: sites(subject), yieldsTo: rule.yieldsTo ?? [] });
      }
      return wordOf(result);
    } catch (error) {
      this.#failures.push({ ruleId: rule.id, about: about(subject), message: describe(error) });
      return undefined;
    }
  }

  /** Complaints that no more exact one about the same thing says as well. */
  #standing(): Finding[] {
    const said = new Set(
      this.#complaints.map(({ finding }) => complaintKey(finding.ruleId, finding)),
    );
    return this.#complaints.flatMap(({ finding, sites, yieldsTo }) => {
      if (!yieldsTo.some((id) => said.has(complaintKey(id, finding)))) return [finding];
      for (const site of sites) this.#withdraw(site, finding.ruleId);
      return [];
    });
  }

  /** Praise is for a site where something passes, and nothing fails or is unknown. */
  #praise(ruleId: string, strength: string): void {
    for (const { byRule, strengths } of this.#checks.values()) {
      const { passed = 0, failed = 0, unknown = 0 } = byRule.get(ruleId) ?? {};
      if (passed === 0 || failed + unknown > 0) continue;
      strengths.push({ ruleId, text: text(ruleKey(ruleId, 'strength'), strength) });
    }
  }

  #withdraw(site: string, ruleId: string): void {
    this.#count(site, ruleId, 'failed', -1);
    this.#count(site, ruleId, 'doesNotApply');
  }

  #count(site: string, ruleId: string, word: Word, by = 1): void {
    const at = this.#of(site);
    const own = at.byRule.get(ruleId) ?? noChecks();
    own[word] += by;
    at.counts[word] += by;
    at.byRule.set(ruleId, own);
  }

  #of(site: string): SiteChecks {
    const known = this.#checks.get(site) ?? {
      counts: noChecks(),
      byRule: new Map<string, CheckCounts>(),
      strengths: [],
    };
    this.#checks.set(site, known);
    return known;
  }
}

/** Counts of nothing asked yet. */
export function noChecks(): CheckCounts {
  return { passed: 0, failed: 0, doesNotApply: 0, unknown: 0 };
}

function complaintKey(ruleId: string, { about }: Pick<Finding, 'about'>): string {
  return `${ruleId} ${thingOf(about)}`;
}

function isEvidence(result: Check): result is readonly Evidence[] {
  return typeof result !== 'string' && result.length > 0;
}

function wordOf(result: Check): Word {
  if (typeof result !== 'string') return result.length > 0 ? 'failed' : 'passed';
  return result === 'unknown' ? 'unknown' : 'doesNotApply';
}

/** Only the kind of error: its message may quote the value that the rule stumbled over. */
function describe(error: unknown): string {
  return `The rule threw ${error instanceof Error ? error.constructor.name : 'something that is no error'}.`;
}

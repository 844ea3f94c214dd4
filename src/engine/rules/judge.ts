import type { Known } from '../known.js';
import type { About, Finding, RuleFailure } from '../model.js';
import { compareSeverity } from '../severity.js';
import { text, type Text } from '../text.js';
import { RULES } from './index.js';
import type { Check, Evidence, Rule, RuleOf, SubjectKind, Subjects } from './rule.js';
import { keyOf, SUBJECTS } from './subjects.js';

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
  counts: CheckCounts;
  strengths: Strength[];
}

export interface Judgement {
  /** By severity from the worst, then by rule id, then by what they are about. */
  findings: Finding[];
  failures: RuleFailure[];
  /** By site, for every site that something was asked about. */
  checks: ReadonlyMap<string, SiteChecks>;
}

/** Parts of a rule that are shown, each under a key of its own. */
export type RulePart = 'title' | 'why' | 'fix' | 'breaks' | 'strength';

/** Asks every rule about every subject. A rule that throws becomes a failure and stops nothing. */
export function judge(known: Known, rules: readonly Rule[] = RULES): Judgement {
  const bench = new Bench(known);
  for (const rule of rules) {
    if (!known.settings.disabledRules.includes(rule.id)) bench.ask(rule as RuleOf<SubjectKind>);
  }
  return bench.judgement();
}

/** Catalogue key of one of a rule's strings: `rule_cookie_missing_secure_title`. */
export function ruleKey(id: string, part: RulePart): string {
  return `rule_${id.replaceAll('-', '_')}_${part}`;
}

type Word = keyof CheckCounts;

class Bench {
  readonly #known: Known;
  readonly #findings: Finding[] = [];
  readonly #failures: RuleFailure[] = [];
  readonly #checks = new Map<string, SiteChecks>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Asks one rule about all subjects of its kind. */
  ask<K extends SubjectKind>(rule: RuleOf<K>): void {
    const { all, sites } = SUBJECTS[rule.subject];
    const here = new Map<string, Set<Word>>();
    for (const subject of all(this.#known)) {
      const word = this.#check(rule, subject);
      if (word === undefined) continue;
      for (const site of sites(subject)) {
        this.#of(site).counts[word]++;
        here.set(site, (here.get(site) ?? new Set()).add(word));
      }
    }
    if (rule.strength !== undefined) this.#praise(rule.id, rule.strength, here);
  }

  judgement(): Judgement {
    return {
      findings: this.#findings.sort(
        (a, b) => compareSeverity(a.severity, b.severity) || comparePlace(a, b),
      ),
      failures: this.#failures.sort(comparePlace),
      checks: this.#checks,
    };
  }

  /** What the check came to; undefined where the rule threw. */
  #check<K extends SubjectKind>(rule: RuleOf<K>, subject: Subjects[K]): Word | undefined {
    const { fits, about } = SUBJECTS[rule.subject];
    try {
      if (rule.applies && !fits(subject, rule.applies)) return 'doesNotApply';
      const result = rule.check(subject, this.#known);
      if (isEvidence(result)) this.#findings.push(findingOf(rule, subject, result, this.#known));
      return wordOf(result);
    } catch (error) {
      this.#failures.push({ ruleId: rule.id, about: about(subject), message: describe(error) });
      return undefined;
    }
  }

  /** Praise is for a site where something passes, and nothing fails or is unknown. */
  #praise(ruleId: string, strength: string, here: ReadonlyMap<string, ReadonlySet<Word>>): void {
    for (const [site, words] of here) {
      if (!words.has('passed') || words.has('failed') || words.has('unknown')) continue;
      const said = text(ruleKey(ruleId, 'strength'), strength);
      this.#of(site).strengths.push({ ruleId, text: said });
    }
  }

  #of(site: string): SiteChecks {
    const known = this.#checks.get(site) ?? {
      counts: { passed: 0, failed: 0, doesNotApply: 0, unknown: 0 },
      strengths: [],
    };
    this.#checks.set(site, known);
    return known;
  }
}

function isEvidence(result: Check): result is readonly Evidence[] {
  return typeof result !== 'string' && result.length > 0;
}

function wordOf(result: Check): Word {
  if (typeof result !== 'string') return result.length > 0 ? 'failed' : 'passed';
  return result === 'unknown' ? 'unknown' : 'doesNotApply';
}

function findingOf<K extends SubjectKind>(
  rule: RuleOf<K>,
  subject: Subjects[K],
  evidence: readonly Evidence[],
  known: Known,
): Finding {
  const { id, severity } = rule;
  const table = SUBJECTS[rule.subject];
  return {
    ruleId: id,
    key: keyOf(id, table, subject),
    severity: typeof severity === 'function' ? severity(subject, known) : severity,
    about: table.about(subject),
    title: text(ruleKey(id, 'title'), rule.title),
    why: text(ruleKey(id, 'why'), rule.why),
    fix: text(ruleKey(id, 'fix'), rule.fix),
    breaks: text(ruleKey(id, 'breaks'), rule.breaks),
    evidence: evidence.map(({ text: said, exchange }) => ({
      text: said,
      ...(exchange && { exchange }),
    })),
    references: rule.references,
  };
}

/** Only the kind of error: its message may quote the value that the rule stumbled over. */
function describe(error: unknown): string {
  return `The rule threw ${error instanceof Error ? error.constructor.name : 'something that is no error'}.`;
}

interface Place {
  ruleId: string;
  about: About;
}

function comparePlace(a: Place, b: Place): number {
  return compare(a.ruleId, b.ruleId) || compareIds(placeId(a.about), placeId(b.about));
}

function placeId({ credentialId, flowId, exchange, site }: About): string {
  return credentialId ?? flowId ?? exchange?.id ?? site;
}

/** `c2` before `c10`. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

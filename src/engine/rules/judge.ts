import type { Settings } from '../judging.js';
import { Known } from '../known.js';
import type { Credential, Finding, RuleFailure } from '../model.js';
import { text, type Text } from '../text.js';
import { failureOf } from './failure.js';
import { RULES } from './index.js';
import { joined } from './joined.js';
import { compareFindings, comparePlace, makeFinding, thingOf } from './make-finding.js';
import { remembered } from '../values/remembered.js';
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
  readonly #all = new Map<SubjectKind, AskedOf<SubjectKind>>();
  /** By kind of subject, and by which of its kinds fit: rules that apply to the same share it. */
  readonly #fitting = new Map<string, Fitting<SubjectKind>>();

  constructor(known: Known) {
    this.#known = known;
  }

  /** Asks one rule about all subjects of its kind. */
  ask<K extends SubjectKind>(rule: RuleOf<K>): void {
    const { fitting, others, isSure } = this.#asked(rule);
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

  /** Whom a rule is asked about, and at how many of each site's it is not. */
  #asked<K extends SubjectKind>(rule: RuleOf<K>): Fitting<K> {
    const { subject: of } = rule;
    const { all, kinds } = this.#subjects(of);
    const fits = fitsOf(rule, kinds);
    if (!fits) return { fitting: all, others: new Map(), isSure: false };
    const key = `${of} ${fits.join()}`;
    const known = this.#fitting.get(key);
    if (known) return known as unknown as Fitting<K>;
    const others = new Map<Tally, number>();
    for (const { kind, tallies } of all) {
      if (fits[kind]) continue;
      for (const tally of tallies) others.set(tally, (others.get(tally) ?? 0) + 1);
    }
    const found = { fitting: all.filter(({ kind }) => fits[kind]), others, isSure: true };
    this.#fitting.set(key, found as unknown as Fitting<SubjectKind>);
    return found;
  }

  /** All subjects of a kind, with the sites that they count for, and one of each that rules tell apart. */
  #subjects<K extends SubjectKind>(of: K): AskedOf<K> {
    const known = this.#all.get(of);
    if (known) return known as unknown as AskedOf<K>;
    const { all, sites, likeness } = SUBJECTS[of];
    const numbers = new Map<string, number>();
    const kinds: Subjects[K][] = [];
    const asked = all(this.#known).map((subject) => {
      const like = tried(() => likeness(subject));
      const kind = (like === undefined ? undefined : numbers.get(like)) ?? kinds.push(subject) - 1;
      if (like !== undefined) numbers.set(like, kind);
      return { subject, kind, tallies: sites(subject).map((site) => this.#tally(site)) };
    });
    const found = { all: asked, kinds };
    this.#all.set(of, found as unknown as AskedOf<SubjectKind>);
    return found;
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

/** A subject, and the sites that what is found of it counts for. */
interface Asked<K extends SubjectKind> {
  readonly subject: Subjects[K];
  /** Its number among `kinds`. */
  readonly kind: number;
  readonly tallies: readonly Tally[];
}

/** All subjects, and one of each kind that `applies` of a rule can tell apart. */
interface AskedOf<K extends SubjectKind> {
  readonly all: readonly Asked<K>[];
  readonly kinds: readonly Subjects[K][];
}

/** Subjects to which a rule applies, and by site how many there are to which it does not. */
interface Fitting<K extends SubjectKind> {
  readonly fitting: readonly Asked<K>[];
  readonly others: ReadonlyMap<Tally, number>;
  /** False where that could not be told: then each is asked about by itself. */
  readonly isSure: boolean;
}

/** To which kinds of subjects a rule applies; undefined where it throws, of one of them perhaps. */
function fitsOf<K extends SubjectKind>(
  rule: RuleOf<K>,
  kinds: readonly Subjects[K][],
): boolean[] | undefined {
  return tried(() => {
    const { subject, applies } = rule;
    return kinds.map((one) => !applies || SUBJECTS[subject].fits(one, applies));
  });
}

function tried<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
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

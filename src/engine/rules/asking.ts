import type { Known } from '../known.js';
import type { RuleOf, SubjectKind, Subjects } from './rule.js';
import { SUBJECTS } from './subjects.js';
import { tried } from './tried.js';
import type { Tally } from './tally.js';

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
export interface Fitting<K extends SubjectKind> {
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

/** Whom rules are asked about: told once for all rules that apply to the same. */
export class Asking {
  readonly #known: Known;
  readonly #tallyOf: (site: string) => Tally;
  readonly #all = new Map<SubjectKind, AskedOf<SubjectKind>>();
  /** By kind of subject, and by which of its kinds fit: rules that apply to the same share it. */
  readonly #fitting = new Map<string, Fitting<SubjectKind>>();

  constructor(known: Known, tallyOf: (site: string) => Tally) {
    this.#known = known;
    this.#tallyOf = tallyOf;
  }

  /** Whom a rule is asked about, and at how many of each site's it is not. */
  asked<K extends SubjectKind>(rule: RuleOf<K>): Fitting<K> {
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

  /**
   * All subjects of a kind, with the sites that they count for, and one of each that rules tell
   * apart.
   */
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
      return { subject, kind, tallies: sites(subject).map((site) => this.#tallyOf(site)) };
    });
    const found = { all: asked, kinds };
    this.#all.set(of, found as unknown as AskedOf<SubjectKind>);
    return found;
  }
}

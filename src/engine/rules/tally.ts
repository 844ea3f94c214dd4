import { text, type Text } from '../text.js';
import { ruleKey } from './rule-key.js';
import type { Rule } from './rule.js';

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
  subject: Rule['subject'];
  text: Text;
}

/** What the rules came to at one site. */
export interface SiteChecks {
  /** Over all rules. */
  counts: CheckCounts;
  /** By rule id, for each rule that was asked about something there. */
  byRule: Map<string, CheckCounts>;
  strengths: Strength[];
  /** Titles of the rules of which seeing more would have answered a check that is unknown. */
  unseen: readonly Text[];
}

/** What a check came to. */
export type Word = keyof CheckCounts;

export const WORDS: readonly Word[] = ['passed', 'failed', 'doesNotApply', 'unknown'];

/** Counts of nothing asked yet. */
export function noChecks(): CheckCounts {
  return { passed: 0, failed: 0, doesNotApply: 0, unknown: 0 };
}

/** What a tally asks of a rule. */
type ClosedRule = Pick<Rule, 'id' | 'subject' | 'title' | 'strength' | 'needsTrial'>;

/** What the rules came to at one site, counted while they are asked. */
export class Tally implements SiteChecks {
  readonly counts = noChecks();
  readonly byRule = new Map<string, CheckCounts>();
  readonly strengths: Strength[] = [];
  readonly unseen: Text[] = [];
  /** Of the rule that is asked now. */
  now = noChecks();
  /** How many checks of credentials came to what: by the number of the rule, then by word. */
  #answers: Uint32Array | undefined;
  #credentials = 0;

  /** Takes what the checks of one credential came to. */
  addCredential(answers: readonly number[], rules: number): void {
    this.#answers ??= new Uint32Array(rules * WORDS.length);
    for (const answer of answers) this.#answers[answer]!++;
    this.#credentials++;
  }

  /** What the rule of that number came to, of all credentials: it applied to no others. */
  takeCredentials(rule: number): void {
    const now = noChecks();
    let asked = 0;
    for (const [at, word] of WORDS.entries()) {
      now[word] = this.#answers?.[rule * WORDS.length + at] ?? 0;
      asked += now[word];
    }
    now.doesNotApply += this.#credentials - asked;
    this.now = now;
  }

  /**
   * One rule has been asked about everything. Praise is for what passes where nothing fails or is
   * unknown.
   */
  close({ id, subject, title, strength, needsTrial }: ClosedRule): void {
    const { passed, failed, unknown, doesNotApply } = this.now;
    if (passed + failed + unknown + doesNotApply === 0) return;
    for (const word of WORDS) this.counts[word] += this.now[word];
    this.byRule.set(id, this.now);
    if (needsTrial === undefined && unknown > 0)
      this.unseen.push(text(ruleKey(id, 'title'), title));
    if (strength !== undefined && passed > 0 && failed + unknown === 0)
      this.strengths.push({ ruleId: id, subject, text: text(ruleKey(id, 'strength'), strength) });
    this.now = noChecks();
  }

  /** Another rule says the same more exactly. */
  withdraw(ruleId: string): void {
    for (const counts of [this.counts, this.byRule.get(ruleId)]) {
      if (!counts) continue;
      counts.failed--;
      counts.doesNotApply++;
    }
  }
}

import type { Millis } from '../model.js';
import { splitPair } from '../normalize/addresses/raw-url.js';
import { authenticates, type Ending, type Script } from './authenticates.js';
import { castOf } from './cast.js';
import { Comparison } from './compare.js';
import type { Search } from './minimal-sets.js';
import { cookieNames, isUnsaid, probeOf, unkeptIn, type Wanted } from './probe.js';
import type { Answer, NoAnswer, Probe } from './probe-messages.js';
import { type Proof, PROOF_LIMITS, type ProofCourse } from './proof.js';
import type { Proposal, Subject } from './proposal.js';
import type { Asked } from './finished.js';
import { proofOf } from './proof-of.js';
import { type Seen, seenOf } from './seen.js';
import { unfollowedAt } from './unfollowed.js';
import { survivesLogout } from './survives-logout.js';

/** These are the request's own fault, or its server's; the others would meet every request. */
const FRUITLESS: ReadonlySet<Ending> = new Set<Ending>([
  'not-logged-in',
  'no-password',
  'noise',
  'needs-no-login',
  'failed',
  'unclear',
  'network',
  'timeout',
  'cors',
  'not-changed',
]);

/** A proof under way: pure, so that whatever sends its requests can be tested without one. */
export class Course implements ProofCourse {
  readonly proposal: Proposal;
  keep: readonly string[] = [];
  readonly #comparison = new Comparison();
  readonly #search: Search = {};
  readonly #asked: Asked[] = [];
  #subjects: readonly Subject[];
  /** Cookies as the browser sent them, with what the server gave since. */
  #cookies: string | undefined;
  /** Begins with the first answer of the browser's, which tells its cookies. */
  #script: Script | undefined;
  #wanted: Wanted | undefined;
  #ending: Ending | undefined;
  /** No more requests may be sent but the one that is wanted. */
  #isLast = false;
  /** Requests that may be sent. */
  readonly #budget: number;

  /** `spent`: requests that were sent for others in its place. */
  constructor(proposal: Proposal, spent = 0) {
    this.#budget = PROOF_LIMITS.probes - spent;
    this.proposal = proposal;
    this.#subjects = proposal.subjects;
    this.#wanted =
      proposal.question === 'authenticates'
        ? { step: 'unchanged', kept: this.#all() }
        : (this.#begin().next().value as Wanted);
  }

  get sent(): number {
    return this.#asked.length;
  }

  get most(): number {
    const { proposal, sent } = this;
    return this.#wanted ? Math.min(this.#budget, Math.max(proposal.most, sent + 1)) : sent;
  }

  get isFruitless(): boolean {
    return this.#ending !== undefined && FRUITLESS.has(this.#ending);
  }

  get lacks(): readonly string[] {
    return this.#ending === 'no-password' ? unkeptIn(this.proposal) : [];
  }

  next(): Probe | undefined {
    const { proposal, sent } = this;
    if (!this.#wanted) return undefined;
    const isJars = sent === 0 || this.#wanted.step === 'again';
    const cookies = isJars ? undefined : this.#cookies;
    return probeOf(proposal, this.#subjects, this.#wanted, sent + 1, cookies);
  }

  take(answer: Answer): void {
    const wanted = this.#wanted;
    if (!wanted) return;
    const seen = seenOf(answer, this.proposal.request.url);
    if (this.sent === 0) this.#learnCookies(answer);
    this.#asked.push({ wanted, seen });
    this.keep = this.#renewed(answer, wanted, seen);
    this.#goOn(seen);
  }

  fail(reason: NoAnswer): void {
    if (this.#wanted) this.#end(reason);
  }

  stop(): void {
    if (this.#wanted) this.#end('stopped');
  }

  proof(at: Millis): Proof {
    return proofOf({
      proposal: this.proposal,
      at,
      subjects: this.#subjects,
      asked: this.#asked,
      comparison: this.#comparison,
      ...this.#search,
      ending: this.#ending ?? 'stopped',
    });
  }

  #goOn(seen: Seen): void {
    const script = this.#script ?? this.#begin();
    // The first answer was asked for before the script began.
    if (this.sent === 1 && this.proposal.question === 'authenticates') script.next();
    if (this.#isLast)
      return this.#end(this.#comparison.judge(seen) === 'yes' ? 'budget' : 'changed');
    const step = script.next(seen);
    if (step.done) return this.#end(step.value);
    if (this.sent >= this.#budget) return this.#end('budget');
    this.#wanted = step.value;
    // The last question is kept for whether the login is still there.
    if (this.sent < this.#budget - 1 || step.value.step === 'again') return;
    if (this.proposal.question !== 'authenticates') return this.#end('budget');
    this.#isLast = true;
    this.#wanted = { step: 'again', kept: this.#all() };
  }

  #end(ending: Ending): void {
    const isOurs =
      ending === 'not-logged-in' && this.proposal.subjects.some(isUnsaid(this.proposal));
    this.#ending = isOurs ? 'no-password' : ending;
    this.#wanted = undefined;
  }

  #begin(): Script {
    const { question, needsLogin } = this.proposal;
    const parts = [this.#comparison, castOf(this.#subjects), this.#search] as const;
    this.#script =
      question === 'authenticates' ? authenticates(...parts) : survivesLogout(...parts, needsLogin);
    return this.#script;
  }

  #all(): Set<string> {
    return new Set(this.#subjects.map(({ id }) => id));
  }

  /** Cookies that came since the request was made, or that nobody follows, are subjects as well. */
  #learnCookies({ sent }: Answer): void {
    if (this.proposal.question !== 'authenticates') return;
    this.#cookies = sent?.find(({ name }) => name === 'cookie')?.value ?? '';
    const names = cookieNames(this.#cookies);
    const isCookie = ({ places }: Subject) => places.some(({ carrier }) => carrier === 'cookie');
    const known = this.#subjects.filter(
      (one) =>
        !isCookie(one) ||
        one.places.some(({ carrier, name }) => carrier !== 'cookie' || names.includes(name)),
    );
    const told = new Set(
      known.filter(isCookie).flatMap(({ places }) => places.map(({ name }) => name)),
    );
    const unknown = names
      .filter((name) => !told.has(name))
      .map((name) => unfollowedAt({ carrier: 'cookie', name }));
    this.#subjects = [...known, ...unknown];
  }

  /** New values, given to the user, of what was sent and is likely to log in. */
  #renewed({ setsCookies = [] }: Answer, { step, kept }: Wanted, seen: Seen): string[] {
    if (this.proposal.question !== 'authenticates' || seen.standing !== 'well') return [];
    // A stranger is given a new session as well: it is no later value of the user's.
    if (step !== 'unchanged' && this.#comparison.judge(seen) !== 'yes') return [];
    const likely = this.#subjects.filter(({ id, part }) => part !== 'others' && kept.has(id));
    const names = new Set(likely.flatMap(({ places }) => places.map(({ name }) => name)));
    const pairs = (this.#cookies ?? '').split(';').map((pair) => splitPair(pair.trim()));
    const renewed = setsCookies.filter(
      ({ name, value }) =>
        names.has(name) && value !== '' && pairs.some((p) => p.name === name && p.value !== value),
    );
    const values = new Map(renewed.map(({ name, value }) => [name, value]));
    this.#cookies = pairs
      .map(({ name, value = '' }) => `${name}=${values.get(name) ?? value}`)
      .join('; ');
    return [...values.keys()];
  }
}

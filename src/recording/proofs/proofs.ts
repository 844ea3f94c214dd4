import type { ProofQuestion, Proposal } from '../../engine/proof/proposal.js';
import { PROOF_LIMITS, type ProofCourse } from '../../engine/proof/proof.js';
import { type Borrowing, type Lent, lentTo } from '../requests/lent.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import { placeOf, type ProbePlace, type ProofsOf, type Proposed } from './around-proofs.js';

/** Between two requests, so that no server is pressed. */
const PACE = 120;

/** So many requests leave enough for another one to be tried. */
const MOST_BEFORE = PROOF_LIMITS.probes / 2;

/** How far a proof has come. */
export interface ProofProgress {
  question: ProofQuestion;
  sent: number;
  /** Requests at most, as it looks now. */
  most: number;
  /** A person stopped it: the last request is still under way. */
  stopping: boolean;
  /** It waits for the page's own next request, and the password in it. */
  waiting: boolean;
}

/** Why a proof could not go on, beside what it found. */
export type Broken = 'no-request' | 'no-page' | 'left';

interface Running {
  question: ProofQuestion;
  course?: ProofCourse;
  /** Requests of the courses before. */
  spent: number;
  isStopped: boolean;
  borrowing?: Borrowing | undefined;
  /** It waited for the page, which is asked of nobody twice. */
  hasWaited: boolean;
  /** In memory, until it is over. */
  lent?: Lent | undefined;
}

/** The proofs under way, one in a tab at a time. */
export class Proofs {
  readonly #of: ProofsOf;
  readonly #running = new Map<number, Running>();
  readonly #broken = new Map<number, { question: ProofQuestion; why: Broken }>();

  readonly #proposed = new Map<number, { revision: number; all: readonly Proposed[] }>();
  readonly #ended = new Map<number, number>();

  constructor(of: ProofsOf) {
    this.#of = of;
  }

  /** What could be proved; looked for anew where something was observed since. */
  proposals(tabId: number, questions: readonly ProofQuestion[]): readonly Proposed[] {
    const revision = this.#of.revision(tabId);
    const known = this.#proposed.get(tabId);
    if (known?.revision === revision) return known.all;
    const all = questions.map((question) => this.#of.propose(tabId, question));
    this.#proposed.set(tabId, { revision, all });
    return all;
  }

  /** How many proofs of a tab came to their end, one way or the other, since the worker began. */
  ended(tabId: number): number {
    return this.#ended.get(tabId) ?? 0;
  }

  progress(tabId: number): ProofProgress | undefined {
    const running = this.#running.get(tabId);
    if (!running) return undefined;
    const { question, course, spent, isStopped, borrowing } = running;
    const [sent, most] = [course?.sent ?? 0, course?.most ?? 0].map((count) => spent + count);
    const waiting = borrowing !== undefined;
    return { question, sent: sent!, most: most!, stopping: isStopped, waiting };
  }

  broken(tabId: number): { question: ProofQuestion; why: Broken } | undefined {
    return this.#broken.get(tabId);
  }

  /** Begins one, where none is under way; resolves when it is over. */
  async start(tabId: number, question: ProofQuestion): Promise<void> {
    if (this.#running.has(tabId)) return;
    const running: Running = { question, spent: 0, isStopped: false, hasWaited: false };
    this.#running.set(tabId, running);
    this.#broken.delete(tabId);
    try {
      const why = await this.#run(tabId, running);
      if (why) this.#broken.set(tabId, { question, why });
    } finally {
      this.#running.delete(tabId);
      this.#ended.set(tabId, this.ended(tabId) + 1);
      this.#of.changed(tabId);
    }
  }

  /** Sends nothing more; what is known by then is kept. */
  stop(tabId: number): void {
    const running = this.#running.get(tabId);
    if (!running) return;
    running.isStopped = true;
    running.course?.stop();
    running.borrowing?.giveUp();
    this.#of.changed(tabId);
  }

  /** The tab is closed. */
  forget(tabId: number): void {
    this.stop(tabId);
    this.#broken.delete(tabId);
    this.#proposed.delete(tabId);
  }

  /** One request after the other, until one tells something. */
  async #run(tabId: number, running: Running): Promise<Broken | undefined> {
    const proposal = this.#of.propose(tabId, running.question);
    if (!('request' in proposal)) return 'no-request';
    let broken: Broken | undefined = 'no-page';
    for (const one of [proposal, ...proposal.others]) {
      const frameId = await this.#of.frameOf(tabId, one);
      if (frameId === undefined) continue;
      broken = (await this.#try(one, { tabId, frameId, ...placeOf(one) }, running))
        ? undefined
        : 'left';
      if (broken || !mayTellMore(running)) break;
    }
    return broken;
  }

  /** False: the page went away. */
  async #try(proposal: Proposal, place: ProbePlace, running: Running): Promise<boolean> {
    let isThere = await this.#ask(proposal, place, running);
    if (isThere && (await this.#borrow(proposal, place, running)))
      isThere = await this.#ask(proposal, place, running);
    const course = running.course!;
    if (!isThere) course.stop();
    if (course.sent > 0 || course.isFruitless)
      this.#of.observe(place.tabId, course.proof(this.#of.now()));
    return isThere;
  }

  async #ask(proposal: Proposal, place: ProbePlace, running: Running): Promise<boolean> {
    running.spent += running.course?.sent ?? 0;
    const course = this.#of.begin(proposal, running.spent);
    running.course = course;
    const lent = lentTo(proposal, running.lent);
    return this.#probe(course, { ...place, ...(lent && { lent }) }, running);
  }

  /** A password that the page sends is kept nowhere: what it sends next is lent to this proof. */
  async #borrow({ request }: Proposal, { tabId }: ProbePlace, running: Running): Promise<boolean> {
    const { lacks } = running.course!;
    if (lacks.length === 0 || running.isStopped || running.hasWaited) return false;
    running.hasWaited = true;
    running.borrowing = this.#of.borrow(tabId, originOf(request.url), lacks);
    this.#of.changed(tabId);
    running.lent = await running.borrowing.lent;
    running.borrowing = undefined;
    return running.lent !== undefined && !running.isStopped;
  }

  /** False: the page went away. */
  async #probe(course: ProofCourse, place: ProbePlace, running: Running): Promise<boolean> {
    const { tabId } = place;
    for (;;) {
      const probe = course.next();
      if (!probe || running.isStopped) return true;
      this.#of.changed(tabId);
      const mark = this.#of.mark();
      this.#of.observe(tabId, { kind: 'probes', at: this.#of.now(), mark });
      const sent = await this.#of.send(probe, place, mark);
      if ('failed' in sent) {
        if (sent.failed === 'gone') return false;
        course.fail(sent.failed);
      } else {
        course.take(sent.answer);
        const { url } = probe;
        if (course.keep.length > 0)
          await this.#of.keep(tabId, course.keep, { url, lines: sent.lines });
      }
      await this.#of.pause(PACE);
    }
  }
}

/** Another request may tell what this one did not, and enough may still be sent for it. */
function mayTellMore({ course, spent, isStopped }: Running): boolean {
  return !isStopped && course?.isFruitless === true && spent + course.sent <= MOST_BEFORE;
}

import { seeSnapshot } from '../credentials/observe.js';
import type {
  Credential,
  Exchange,
  ExchangeBodies,
  Finding,
  LimitReached,
  LoginForm,
  Millis,
  Snapshot,
} from '../model.js';
import type { Report } from '../report/report.js';
import type { Steps } from '../steps.js';
import type { ExchangeLinks } from '../trail/links.js';
import type { MarkComparison } from '../trail/mark-comparison.js';
import type { Mark } from '../trail/marks.js';
import { percentDecode } from '../values/unwrap.js';
import { ValueSearch } from '../values/value-search.js';
import { takeBodies } from './late-bodies.js';
import { MadeBefore } from './made-before.js';
import { limitsIn, linksIn, observedIn } from './observed-in.js';
import { answeredAt, type MarkSet } from './order.js';
import { PipelineState, type SavedPipeline } from './pipeline-state.js';
import { pointedAt } from './pointed-at.js';
import { findingsSteps, type Observed, reportSteps, type ViewOptions } from './report-of.js';
import type { ReportOptions } from './report-options.js';
import { takeAnswer, takeRequest } from './take-exchange.js';
import type { Tried } from './tried-out.js';

/**
 * The pipeline, incremental: one observation at a time, a report at any moment. It takes them in
 * the order of `order.ts`, into which `arrivals.ts` brings them. Nothing below it is called back:
 * what moments find out comes back as effects, which it has the store write, and judges.
 */
export class Pipeline {
  readonly #state: PipelineState;
  /** The current values; made when it is asked for, and again after a change. */
  #search: ValueSearch | undefined;

  private constructor(state: PipelineState) {
    this.#state = state;
  }

  static empty(): Pipeline {
    return new Pipeline(PipelineState.empty());
  }

  static restore(saved: SavedPipeline): Pipeline {
    return new Pipeline(PipelineState.restore(saved));
  }

  save(): SavedPipeline {
    return this.#state.save();
  }

  /** Another one that goes on from here by itself; only credentials that it writes are copied. */
  fork(): Pipeline {
    return new Pipeline(this.#state.fork());
  }

  /** Takes what a request carried, at the moment when it was sent. */
  send(exchange: Exchange): void {
    this.#pass(exchange.startedAt);
    takeRequest(this.#state, exchange);
  }

  /**
   * Takes what its response did, at the moment when it came: what it set, whether it was a login.
   */
  answer(exchange: Exchange): void {
    this.#pass(answeredAt(exchange));
    takeAnswer(this.#state, exchange);
  }

  /** Takes bodies that were learnt after their exchange. */
  bodies(bodies: ExchangeBodies): void {
    const known = this.#state.links.get(bodies.exchangeId);
    if (!known) return;
    this.#pass(bodies.at);
    takeBodies(this.#state, known, bodies);
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  snapshot(snapshot: Snapshot): void {
    this.#pass(snapshot.at);
    this.#state.storageSites.add(snapshot);
    const gone = seeSnapshot(this.#state.store, snapshot);
    this.#state.judge();
    this.#state.apply(this.#state.moments.removed(gone, snapshot.at));
  }

  form(form: LoginForm): void {
    this.#pass(form.at);
    this.#state.log.form(form);
    this.#state.apply(this.#state.moments.form(form));
  }

  /** Marks this moment, to be compared with another one. */
  mark({ name, at, gone = [] }: MarkSet): void {
    this.#state.marks.add(name, at, this.credentials(), gone);
  }

  marks(): readonly Mark[] {
    return this.#state.marks.all();
  }

  /** What became of the credentials between two marks; undefined where one is unknown. */
  compare(from: number, to: number): MarkComparison | undefined {
    return this.#state.marks.compare(from, to, this.credentials(), this.#state.moments.all());
  }

  /** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
  links(exchangeId: string): ExchangeLinks {
    return linksIn(this.#state, exchangeId);
  }

  /** All credentials, their roles judged as of now, in order of first sighting. */
  credentials(): readonly Credential[] {
    this.#state.judge();
    return this.#state.store.all();
  }

  /** A credential with its raw value, for a person who asked to see it. */
  reveal(credentialId: string): Credential | undefined {
    return this.#state.store.lineage(credentialId);
  }

  /** Ids of the credentials whose current value stands in this text (a header, a storage item). */
  credentialsIn(source: string): string[] {
    this.#search ??= new ValueSearch(this.#state.store.all());
    return this.#search.idsIn(source, percentDecode(source));
  }

  /** Bounds that were reached, and how much is not there because of them. */
  limits(): LimitReached[] {
    return limitsIn(this.#state);
  }

  /**
   * Ids of the exchanges that a report points at: evidence, trails, moments, flows and the picture.
   */
  pointedAt(): ReadonlySet<string> {
    return pointedAt([
      this.#state.store.all(),
      this.#state.moments.all(),
      this.#state.flows.all(),
      this.#state.log.all(),
    ]);
  }

  /** What the rules say, without a report around it. */
  findingsSteps(
    tried: Tried,
    view?: ViewOptions,
    before = new MadeBefore(),
  ): Steps<readonly Finding[]> {
    return findingsSteps(this.#observed(tried, before), view, before);
  }

  /** What a proposal goes by beside credentials and links. */
  visited(): Pick<Observed, 'moments' | 'turnedAway'> {
    const { moments, log } = this.#state;
    return { moments: moments.all(), turnedAway: log.turnedAway() };
  }

  reportSteps(tried: Tried, options: ReportOptions, before = new MadeBefore()): Steps<Report> {
    return reportSteps(this.#observed(tried, before), options, before);
  }

  #observed(tried: Tried, { exchanges }: MadeBefore): Observed {
    this.#state.judge();
    return { ...observedIn(this.#state, exchanges), ...tried };
  }

  #pass(at: Millis): void {
    this.#search = undefined;
    this.#state.pass(at);
  }
}

import { noteAnswer, noteGiven } from '../credentials/answer.js';
import {
  seeBody,
  seeMessages,
  seeRequest,
  seeResponse,
  seeSnapshot,
  unique,
} from '../credentials/observe.js';
import type { ExchangeScene } from '../credentials/scene.js';
import { type AuthMessage, authMessagesOf } from '../flows/auth-message.js';
import type {
  Credential,
  Exchange,
  ExchangeBodies,
  ExchangeRef,
  Finding,
  LimitReached,
  LoginForm,
  Millis,
  Snapshot,
} from '../model.js';
import type { Effect } from '../moments/effect.js';
import type { LinkedExchange } from '../moments/linked-exchange.js';
import type { Report } from '../report/report.js';
import type { Steps } from '../steps.js';
import type { ExchangeLinks } from '../trail/links.js';
import type { MarkComparison } from '../trail/mark-comparison.js';
import type { Mark } from '../trail/marks.js';
import { percentDecode } from '../values/unwrap.js';
import { ValueSearch } from '../values/value-search.js';
import { apply, judgeTouched, worthOf } from './apply.js';
import { MadeBefore } from './made-before.js';
import { limitsIn, linksIn, observedIn } from './observed-in.js';
import { answeredAt, type MarkSet } from './order.js';
import { PipelineState, type SavedPipeline } from './pipeline-state.js';
import { pointedAt } from './pointed-at.js';
import { findingsSteps, type Observed, reportSteps, type ViewOptions } from './report-of.js';
import type { ReportOptions } from './report-options.js';
import { asExchange, contextOf, entryOf, knownOf } from './scene.js';

/** What was tried out, in no order with what was observed. */
export type Tried = Pick<Observed, 'trials' | 'proofs'>;

/**
 * The pipeline, incremental: one observation at a time, a report at any moment. It takes them in the
 * order of `order.ts`, into which `arrivals.ts` brings them. Nothing below it is called back: what
 * moments find out comes back as effects, which it has the store write, and judges.
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
    this.#state.requests++;
    this.#pass(exchange.startedAt);
    const carried = seeRequest(this.#state.store, exchange, contextOf(exchange));
    this.#state.underWay.set(
      exchange.id,
      carried.map((id) => [id, this.#state.store.byId(id)?.valueCount ?? 0]),
    );
  }

  /** Takes what its response did, at the moment when it came: what it set, whether it was a login. */
  answer(exchange: Exchange): void {
    const at = answeredAt(exchange);
    this.#pass(at);
    const carried = new Map(this.#state.underWay.get(exchange.id));
    this.#state.underWay.delete(exchange.id);
    const context = contextOf(exchange);
    const { changed, set } = seeResponse(this.#state.store, exchange, { ...context, at });
    seeMessages(this.#state.store, exchange, { ...context, at }, [...carried.keys()]);
    noteAnswer(this.#state.store, exchange, [...carried.keys()], set);
    const known = knownOf(context, [...carried.keys()], set);
    this.#state.links.add(known);
    this.#state.log.addExchange(entryOf(known, changed, exchange), exchange);
    const messages = this.#follow(exchange, context.ref);
    this.#happen({ exchange, context, carried, set, changed, messages });
  }

  /** Takes bodies that were learnt after their exchange. */
  bodies(bodies: ExchangeBodies): void {
    const known = this.#state.links.get(bodies.exchangeId);
    if (!known) return;
    this.#pass(bodies.at);
    const { url } = known.ref;
    const page = known.pageSite ? { pageSite: known.pageSite } : {};
    const context: ExchangeScene = { url, at: known.at, ref: known.ref, request: { url }, ...page };
    const carried = unique(
      known.carried,
      seeBody(this.#state.store, bodies.request, 'sent', context),
    );
    const issued = seeBody(this.#state.store, bodies.response, 'received', context);
    noteGiven(this.#state.store, known.carried, issued);
    this.#state.links.add({ ...known, carried, set: unique(known.set, issued) });
    const exchange = asExchange(known, bodies);
    this.#state.log.addBodies(
      entryOf(knownOf(context, carried, issued), issued, exchange),
      exchange,
    );
    const messages = bodies.request ? this.#follow(exchange, known.ref) : [];
    this.#apply(this.#state.moments.bodies({ exchange, context, set: issued, messages }));
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  snapshot(snapshot: Snapshot): void {
    this.#pass(snapshot.at);
    const gone = seeSnapshot(this.#state.store, snapshot);
    this.#judge();
    this.#apply(this.#state.moments.removed(gone, snapshot.at));
  }

  form(form: LoginForm): void {
    this.#pass(form.at);
    this.#state.log.form(form);
    this.#apply(this.#state.moments.form(form));
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
    this.#judge();
    return this.#state.store.all();
  }

  /** A credential with its raw value, for a person who asked to see it. */
  reveal(credentialId: string): Pick<Credential, 'format' | 'value'> | undefined {
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

  /** Ids of the exchanges that a report points at: evidence, trails, moments, flows and the picture. */
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
    this.#judge();
    return { ...observedIn(this.#state, exchanges), ...tried };
  }

  /** The steps in which an exchange becomes moments, each judged before the next. */
  #happen(linked: LinkedExchange): void {
    this.#apply(this.#state.moments.before(linked));
    const { effects, isLogout } = this.#state.moments.exchange(linked);
    this.#apply(effects);
    const used = isLogout ? [] : this.#state.moments.use(linked);
    if (used.length > 0) this.#apply(used);
    this.#state.store.keepBounds(worthOf);
  }

  #apply(effects: readonly Effect[]): void {
    apply(this.#state.store, effects);
    this.#judge();
  }

  #judge(): void {
    judgeTouched(this.#state.store, this.#state.moments);
  }

  #follow(exchange: Exchange, ref: ExchangeRef): AuthMessage[] {
    const dpop = exchange.request.headers.some(({ name }) => name === 'dpop');
    const messages = authMessagesOf(exchange);
    for (const message of messages) this.#state.flows.add(message, exchange.startedAt, ref, dpop);
    this.#state.flows.told(exchange, ref);
    return messages;
  }

  #pass(at: Millis): void {
    this.#search = undefined;
    this.#state.pass(at);
  }
}

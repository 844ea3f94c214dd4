import { noteAnswer, noteGiven } from '../credentials/answer.js';
import { CredentialStore, type SavedCredentials } from '../credentials/credential-store.js';
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
import { AuthFlows } from '../flows/auth-flow.js';
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
import { Losses } from '../losses.js';
import type { Effect } from '../moments/effect.js';
import type { LinkedExchange } from '../moments/linked-exchange.js';
import { Moments, type SavedMoments } from '../moments/moments.js';
import type { Report } from '../report/report.js';
import { ExchangeLog, type SavedLog } from '../trail/exchange-log.js';
import { type ExchangeLinks, type KnownExchange, Links } from '../trail/links.js';
import type { MarkComparison } from '../trail/mark-comparison.js';
import { type Mark, Marks } from '../trail/marks.js';
import { percentDecode } from '../values/unwrap.js';
import { ValueSearch } from '../values/value-search.js';
import { apply, judgeTouched, worthOf } from './apply.js';
import { answeredAt } from './order.js';
import { pointedAt } from './pointed-at.js';
import { structuredCopy } from './structured-copy.js';
import { findingsOf, type Observed, reportOf, type ViewOptions } from './report-of.js';
import type { ReportOptions } from './report-options.js';
import { asExchange, contextOf, entryOf, knownOf } from './scene.js';

/** What `save` gives and `restore` takes: plain JSON data. */
export interface SavedPipeline {
  underWay: [string, [string, number][]][];
  credentials: SavedCredentials;
  links: [string, KnownExchange][];
  moments: SavedMoments;
  flows: ReturnType<AuthFlows['save']>;
  log: SavedLog;
  marks: ReturnType<Marks['save']>;
  losses: LimitReached[];
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/**
 * The pipeline, incremental: one observation at a time, a report at any moment. It takes them in the
 * order of `order.ts`, into which `arrivals.ts` brings them. Nothing below it is called back: what
 * moments find out comes back as effects, which it has the store write, and judges.
 */
export class Pipeline {
  readonly #store: CredentialStore;
  readonly #moments: Moments;
  readonly #links = new Links();
  readonly #losses: Losses;
  readonly #flows: AuthFlows;
  readonly #log: ExchangeLog;
  readonly #marks = new Marks();
  /** Of requests that have no answer yet: what each carried, with the number of the value that each had. */
  readonly #underWay: Map<string, [string, number][]>;
  /** The current values; made when it is asked for, and again after a change. */
  #search: ValueSearch | undefined;
  #requests: number;
  #from: Millis | null;
  #to: Millis | null;

  private constructor(store: CredentialStore, saved?: Omit<SavedPipeline, 'credentials'>) {
    this.#store = store;
    this.#losses = new Losses(saved?.losses);
    this.#flows = new AuthFlows(this.#losses);
    this.#log = new ExchangeLog(this.#losses);
    this.#moments = new Moments(store, this.#losses, saved?.moments);
    this.#underWay = new Map(saved?.underWay);
    this.#requests = saved?.requests ?? 0;
    this.#from = saved?.from ?? null;
    this.#to = saved?.to ?? null;
    if (!saved) return;
    this.#links.restore(saved.links);
    this.#flows.restore(saved.flows);
    this.#log.restore(saved.log);
    this.#marks.restore(saved.marks);
  }

  static empty(): Pipeline {
    return new Pipeline(CredentialStore.empty());
  }

  static restore({ credentials, ...saved }: SavedPipeline): Pipeline {
    return new Pipeline(CredentialStore.restore(credentials), saved);
  }

  save(): SavedPipeline {
    return { ...this.#saveOthers(), credentials: this.#store.save() };
  }

  /** Another one that goes on from here by itself; only credentials that it writes are copied. */
  fork(): Pipeline {
    return new Pipeline(this.#store.fork(), this.#saveOthers());
  }

  /** Takes what a request carried, at the moment when it was sent. */
  send(exchange: Exchange): void {
    this.#requests++;
    this.#pass(exchange.startedAt);
    const carried = seeRequest(this.#store, exchange, contextOf(exchange));
    this.#underWay.set(
      exchange.id,
      carried.map((id) => [id, this.#store.byId(id)?.valueCount ?? 0]),
    );
  }

  /** Takes what its response did, at the moment when it came: what it set, whether it was a login. */
  answer(exchange: Exchange): void {
    const at = answeredAt(exchange);
    this.#pass(at);
    const carried = new Map(this.#underWay.get(exchange.id));
    this.#underWay.delete(exchange.id);
    const context = contextOf(exchange);
    const { changed, set } = seeResponse(this.#store, exchange, { ...context, at });
    seeMessages(this.#store, exchange, { ...context, at }, [...carried.keys()]);
    noteAnswer(this.#store, exchange, [...carried.keys()], set);
    const known = knownOf(context, [...carried.keys()], set);
    this.#links.add(known);
    this.#log.addExchange(entryOf(known, changed, exchange), exchange);
    const messages = this.#follow(exchange, context.ref);
    this.#happen({ exchange, context, carried, set, changed, messages });
  }

  /** Takes bodies that were learnt after their exchange. */
  bodies(bodies: ExchangeBodies): void {
    const known = this.#links.get(bodies.exchangeId);
    if (!known) return;
    this.#pass(bodies.at);
    const { url } = known.ref;
    const page = known.pageSite ? { pageSite: known.pageSite } : {};
    const context: ExchangeScene = { url, at: known.at, ref: known.ref, request: { url }, ...page };
    const carried = unique(known.carried, seeBody(this.#store, bodies.request, 'sent', context));
    const issued = seeBody(this.#store, bodies.response, 'received', context);
    noteGiven(this.#store, known.carried, issued);
    this.#links.add({ ...known, carried, set: unique(known.set, issued) });
    const exchange = asExchange(known, bodies);
    this.#log.addBodies(entryOf(knownOf(context, carried, issued), issued, exchange), exchange);
    const messages = bodies.request ? this.#follow(exchange, known.ref) : [];
    this.#apply(this.#moments.bodies({ exchange, context, set: issued, messages }));
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  snapshot(snapshot: Snapshot): void {
    this.#pass(snapshot.at);
    const gone = seeSnapshot(this.#store, snapshot);
    this.#judge();
    this.#apply(this.#moments.removed(gone, snapshot.at));
  }

  form(form: LoginForm): void {
    this.#pass(form.at);
    this.#log.form(form);
    this.#apply(this.#moments.form(form));
  }

  /** Marks this moment, to be compared with another one. */
  mark(name: string, at: Millis): void {
    this.#marks.add(name, at, this.credentials());
  }

  marks(): readonly Mark[] {
    return this.#marks.all();
  }

  /** What became of the credentials between two marks; undefined where one is unknown. */
  compare(from: number, to: number): MarkComparison | undefined {
    return this.#marks.compare(from, to, this.credentials(), this.#moments.all());
  }

  /** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
  links(exchangeId: string): ExchangeLinks {
    const links = this.#links.get(exchangeId);
    return { carried: this.#lineages(links?.carried), set: this.#lineages(links?.set) };
  }

  /** All credentials, their roles judged as of now, in order of first sighting. */
  credentials(): readonly Credential[] {
    this.#judge();
    return this.#store.all();
  }

  /** A credential with its raw value, for a person who asked to see it. */
  reveal(credentialId: string): Pick<Credential, 'format' | 'value'> | undefined {
    return this.#store.lineage(credentialId);
  }

  /** Ids of the credentials whose current value stands in this text (a header, a storage item). */
  credentialsIn(source: string): string[] {
    this.#search ??= new ValueSearch(this.#store.all());
    return this.#search.idsIn(source, percentDecode(source));
  }

  /** Bounds that were reached, and how much is not there because of them. */
  limits(): LimitReached[] {
    return [...this.#store.limitsReached(), ...this.#losses.save()];
  }

  /** Ids of the exchanges that a report points at: evidence, trails, moments, flows and the picture. */
  pointedAt(): ReadonlySet<string> {
    return pointedAt([this.#store.all(), this.#moments.all(), this.#flows.all(), this.#log.all()]);
  }

  /** What the rules say, without a report around it. */
  findings(trials: Observed['trials'], view?: ViewOptions): readonly Finding[] {
    return findingsOf({ ...this.#observed(), trials }, view);
  }

  report(trials: Observed['trials'], options: ReportOptions): Report {
    return reportOf({ ...this.#observed(), trials }, options);
  }

  #observed(): Omit<Observed, 'trials'> {
    const names = new Map<string, string[]>();
    return {
      credentials: this.credentials(),
      exchanges: this.#log.all().map((entry) => ({
        ...entry,
        carried: this.#lineages(entry.carried, names),
        set: this.#lineages(entry.set, names),
      })),
      moments: this.#moments.all(),
      flows: this.#flows.all(),
      limits: this.limits(),
      requests: this.#requests,
      from: this.#from,
      to: this.#to,
    };
  }

  /** The steps in which an exchange becomes moments, each judged before the next. */
  #happen(linked: LinkedExchange): void {
    this.#apply(this.#moments.before(linked));
    const { effects, isLogout } = this.#moments.exchange(linked);
    this.#apply(effects);
    const used = isLogout ? [] : this.#moments.use(linked);
    if (used.length > 0) this.#apply(used);
    this.#store.keepBounds(worthOf);
  }

  #apply(effects: readonly Effect[]): void {
    apply(this.#store, effects);
    this.#judge();
  }

  #judge(): void {
    judgeTouched(this.#store, this.#moments);
  }

  /** Ids under which credentials go now, each once; those that were let go are left out. */
  #lineages(ids: readonly string[] = [], names = new Map<string, string[]>()): string[] {
    const nameOf = (id: string): string[] => {
      const name = names.get(id) ?? [this.#store.lineage(id)?.id ?? []].flat();
      names.set(id, name);
      return name;
    };
    return [...new Set(ids.flatMap(nameOf))];
  }

  #follow(exchange: Exchange, ref: ExchangeRef): AuthMessage[] {
    const dpop = exchange.request.headers.some(({ name }) => name === 'dpop');
    const messages = authMessagesOf(exchange);
    for (const message of messages) this.#flows.add(message, exchange.startedAt, ref, dpop);
    this.#flows.told(exchange, ref);
    return messages;
  }

  #pass(at: Millis): void {
    this.#search = undefined;
    this.#from = Math.min(this.#from ?? at, at);
    this.#to = Math.max(this.#to ?? at, at);
  }

  #saveOthers(): Omit<SavedPipeline, 'credentials'> {
    return {
      underWay: [...this.#underWay],
      // Replaced when they change: others can hold the same.
      links: this.#links.save(),
      log: this.#log.save(),
      moments: structuredCopy(this.#moments.save()),
      flows: structuredCopy(this.#flows.save()),
      marks: structuredCopy(this.#marks.save()),
      losses: this.#losses.save(),
      requests: this.#requests,
      from: this.#from,
      to: this.#to,
    };
  }
}

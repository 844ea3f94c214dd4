import { CredentialStore, type SavedCredentials } from '../credentials/credential-store.js';
import { percentDecode } from '../values/format.js';
import { ValueSearch } from '../values/value-search.js';
import {
  seeBody,
  seeMessages,
  seeRequest,
  seeResponse,
  seeSnapshot,
  unique,
} from '../credentials/observe.js';
import { judgeRole } from '../roles/role.js';
import { asExchange, contextOf, knownOf } from './scene.js';
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
import { answeredAt } from './order.js';
import { pointedAt } from './pointed-at.js';
import { buildReport, isoOf } from '../report/build.js';
import type { Report, ReportSource } from '../report/report.js';
import type { ReportOptions } from './report-options.js';
import type { MarkComparison } from '../trail/mark-comparison.js';
import { reportDiagnoses } from '../report/diagnoses.js';
import { judge } from '../rules/judge.js';
import { type AuthMessage, authMessagesOf } from '../flows/auth-message.js';
import { AuthFlows } from '../flows/auth-flow.js';
import { ExchangeLog, type LoggedExchange } from '../trail/exchange-log.js';
import { type ExchangeLinks, type KnownExchange, Links } from '../trail/links.js';
import { type Mark, Marks } from '../trail/marks.js';
import { Moments, type SavedMoments } from '../moments/moments.js';
import { trailOf } from '../trail/trail.js';
import { verdictsOf } from '../verdict/verdict.js';

/** What `save` gives and `restore` takes: plain JSON data. */
export interface SavedPipeline {
  underWay: [string, [string, number][]][];
  credentials: SavedCredentials;
  links: [string, KnownExchange][];
  moments: SavedMoments;
  flows: ReturnType<AuthFlows['save']>;
  log: LoggedExchange[];
  marks: ReturnType<Marks['save']>;
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/**
 * The pipeline, incremental: one observation at a time, a report at any moment. It takes them in the
 * order of `order.ts`, into which `arrivals.ts` brings them.
 */
export class Pipeline {
  #store = new CredentialStore();
  #links = new Links();
  #moments = new Moments(this.#store, () => this.#judgeTouched());
  #flows = new AuthFlows();
  #log = new ExchangeLog();
  #marks = new Marks();
  /** Of requests that have no answer yet: what each carried, with the number of the value that each had. */
  #underWay = new Map<string, [string, number][]>();
  /** The current values; made when it is asked for, and again after a change. */
  #search: ValueSearch | undefined;
  #requests = 0;
  #from: Millis | null = null;
  #to: Millis | null = null;

  static restore(saved: SavedPipeline): Pipeline {
    const pipeline = new Pipeline();
    pipeline.#store.load(saved.credentials);
    pipeline.#links.restore(saved.links);
    pipeline.#moments.restore(saved.moments);
    pipeline.#flows.restore(saved.flows);
    pipeline.#log.restore(saved.log);
    pipeline.#marks.restore(saved.marks);
    pipeline.#underWay = new Map(saved.underWay);
    pipeline.#requests = saved.requests;
    pipeline.#from = saved.from;
    pipeline.#to = saved.to;
    return pipeline;
  }

  save(): SavedPipeline {
    return {
      underWay: [...this.#underWay],
      credentials: this.#store.dump(),
      links: this.#links.save(),
      moments: this.#moments.save(),
      flows: this.#flows.save(),
      log: this.#log.save(),
      marks: this.#marks.save(),
      requests: this.#requests,
      from: this.#from,
      to: this.#to,
    };
  }

  /** Another one that goes on from here by itself. */
  copy(): Pipeline {
    // Links are many, and replaced when they change: both can hold the same.
    const { links, ...saved } = this.save();
    return Pipeline.restore({ ...(JSON.parse(JSON.stringify(saved)) as typeof saved), links });
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
    seeMessages(this.#store, exchange, { ...context, at });
    const known = knownOf(context, [...carried.keys()], set);
    this.#links.add(known);
    this.#log.add({ ...known, set: changed });
    const messages = this.#follow(exchange, context.ref);
    this.#moments.exchange({ exchange, context, carried, set, changed, messages });
  }

  /** Takes bodies that were learnt after their exchange. */
  bodies(bodies: ExchangeBodies): void {
    const known = this.#links.get(bodies.exchangeId);
    if (!known) return;
    this.#pass(bodies.at);
    const context = {
      url: known.ref.url,
      at: known.at,
      ref: known.ref,
      request: { url: known.ref.url },
      ...(known.pageSite ? { pageSite: known.pageSite } : {}),
    };
    const carried = unique(known.carried, seeBody(this.#store, bodies.request, 'sent', context));
    const issued = seeBody(this.#store, bodies.response, 'received', context);
    this.#links.add({ ...known, carried, set: unique(known.set, issued) });
    this.#log.addSet(knownOf(context, carried, issued));
    const exchange = asExchange(known, bodies);
    const messages = bodies.request ? this.#follow(exchange, known.ref) : [];
    this.#moments.bodies({ exchange, context, set: issued, messages });
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  snapshot(snapshot: Snapshot): void {
    this.#pass(snapshot.at);
    const gone = seeSnapshot(this.#store, snapshot);
    this.#moments.removed(gone, snapshot.at);
  }

  form(form: LoginForm): void {
    this.#pass(form.at);
    this.#moments.form(form);
  }

  /** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
  links(exchangeId: string): ExchangeLinks {
    const links = this.#links.get(exchangeId);
    return { carried: this.#current(links?.carried), set: this.#current(links?.set) };
  }

  /** Ids under which credentials go now: a token may since have turned out to be a cookie's value. */
  #current(ids: readonly string[] = []): string[] {
    return [...new Set(ids.map((id) => this.#store.byId(id)?.id ?? id))];
  }

  /** All credentials, their roles judged as of now, in order of first sighting. */
  credentials(): readonly Credential[] {
    this.#judgeTouched();
    return this.#store.all();
  }

  #judgeTouched(): void {
    for (const id of this.#store.touched) {
      const credential = this.#store.byId(id);
      if (credential && !credential.signs)
        judgeRole(credential, { loginGave: this.#moments.gaveAt(credential.site) });
    }
    for (const credential of this.#store.all()) {
      if (credential.signs)
        judgeRole(credential, { signed: this.#store.byId(credential.signs), loginGave: false });
    }
    this.#store.touched.clear();
  }

  /** Ids of the credentials whose current value stands in this text (a header, a storage item). */
  credentialsIn(source: string): string[] {
    this.#search ??= new ValueSearch(this.#store.all());
    return this.#search.idsIn(source, percentDecode(source));
  }

  /** Bounds that were reached in what is known: what they bound, and how much was left out. */
  limits(): readonly LimitReached[] {
    return [];
  }

  /** Ids of the exchanges that a report points at: evidence, trails, moments, flows and the picture. */
  pointedAt(): ReadonlySet<string> {
    return pointedAt([this.#store.all(), this.#moments.all(), this.#flows.all(), this.#log.all()]);
  }

  /** What the rules say, without a report around it. */
  findings(now?: Millis): readonly Finding[] {
    return judge(this.credentials(), { now: now ?? this.#to ?? 0 }).findings;
  }

  /** A credential's raw value, for a person who asked to see it. */
  reveal(credentialId: string): string | undefined {
    return this.#store.byId(credentialId)?.value;
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

  report(options: ReportOptions): Report {
    const credentials = this.credentials();
    const now = options.now ?? this.#to ?? 0;
    const { findings, failures } = judge(credentials, { now });
    const source: ReportSource = {
      ...options.source,
      requests: this.#requests,
      from: this.#from === null ? null : isoOf(this.#from),
      to: this.#to === null ? null : isoOf(this.#to),
    };
    const exchanges = this.#log.all().map((entry) => ({
      ...entry,
      carried: this.#current(entry.carried),
      set: this.#current(entry.set),
    }));
    const verdicts = verdictsOf({ credentials, findings, exchanges, moments: this.#moments.all() });
    const trail = credentials.flatMap((credential) => trailOf(credential, now));
    const parts = {
      source,
      version: options.version,
      credentials,
      verdicts,
      moments: this.#moments.all(),
      trail,
      flows: this.#flows.all(),
      findings,
      ruleFailures: failures,
      diagnoses: reportDiagnoses({
        told: options.diagnoses ?? [],
        limits: [...(options.limits ?? []), ...this.limits()],
        dropped: options.source.dropped,
      }),
    };
    return buildReport(parts, {
      reveal: options.reveal ?? false,
      ...(options.translate ? { translate: options.translate } : {}),
    });
  }

  #follow(exchange: Exchange, ref: ExchangeRef): AuthMessage[] {
    const dpop = exchange.request.headers.some(({ name }) => name === 'dpop');
    const messages = authMessagesOf(exchange);
    for (const message of messages) this.#flows.add(message, exchange.startedAt, ref, dpop);
    return messages;
  }

  #pass(at: Millis): void {
    this.#search = undefined;
    this.#from = Math.min(this.#from ?? at, at);
    this.#to = Math.max(this.#to ?? at, at);
  }
}

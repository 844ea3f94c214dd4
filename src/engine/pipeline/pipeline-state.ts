import { CredentialStore } from '../credentials/credential-store.js';
import type { SavedCredentials } from '../credentials/saved-credentials.js';
import { AuthFlows } from '../flows/auth-flow.js';
import { type AuthMessage, authMessagesOf } from '../flows/auth-message.js';
import { Losses } from '../losses.js';
import type { Exchange, ExchangeRef, LimitReached, Millis } from '../model.js';
import type { Effect } from '../moments/effect.js';
import { Moments, type SavedMoments } from '../moments/moments.js';
import { ExchangeLog, type SavedLog } from '../trail/exchange-log.js';
import { type KnownExchange, Links } from '../trail/links.js';
import { Marks } from '../trail/marks.js';
import { StorageSites } from '../trail/storage-sites.js';
import { apply, judgeTouched } from './apply.js';
import { structuredCopy } from './structured-copy.js';

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
  storageSites?: string[];
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/** All that the pipeline has gathered so far, and how what was found out comes back into it. */
export class PipelineState {
  readonly store: CredentialStore;
  readonly moments: Moments;
  readonly links = new Links();
  readonly losses: Losses;
  readonly flows: AuthFlows;
  readonly log: ExchangeLog;
  readonly marks = new Marks();
  readonly storageSites: StorageSites;
  /**
   * Of requests that have no answer yet: what each carried, with the number of the value that each
   * had.
   */
  readonly underWay: Map<string, [string, number][]>;
  requests: number;
  from: Millis | null;
  to: Millis | null;

  private constructor(store: CredentialStore, saved?: Omit<SavedPipeline, 'credentials'>) {
    this.store = store;
    this.losses = new Losses(saved?.losses);
    this.flows = new AuthFlows(this.losses);
    this.log = new ExchangeLog(this.losses);
    this.moments = new Moments(store, this.losses, saved?.moments);
    this.underWay = new Map(saved?.underWay);
    this.storageSites = new StorageSites(saved?.storageSites);
    this.requests = saved?.requests ?? 0;
    this.from = saved?.from ?? null;
    this.to = saved?.to ?? null;
    if (!saved) return;
    this.links.restore(saved.links);
    this.flows.restore(saved.flows);
    this.log.restore(saved.log);
    this.marks.restore(saved.marks);
  }

  static empty(): PipelineState {
    return new PipelineState(CredentialStore.empty());
  }

  static restore({ credentials, ...saved }: SavedPipeline): PipelineState {
    return new PipelineState(CredentialStore.restore(credentials), saved);
  }

  save(): SavedPipeline {
    return { ...this.#saveOthers(), credentials: this.store.save() };
  }

  /** Another one that goes on from here by itself; only credentials that it writes are copied. */
  fork(): PipelineState {
    return new PipelineState(this.store.fork(), this.#saveOthers());
  }

  /** Something was seen at this moment. */
  pass(at: Millis): void {
    this.from = Math.min(this.from ?? at, at);
    this.to = Math.max(this.to ?? at, at);
  }

  /** Has the store write what moments found out, and judges what that changes. */
  apply(effects: readonly Effect[]): void {
    apply(this.store, effects);
    this.judge();
  }

  /** Judges what every credential is whose facts changed. */
  judge(): void {
    judgeTouched(this.store, this.moments);
  }

  /** Notes the messages of login protocols that an exchange brings. */
  follow(exchange: Exchange, ref: ExchangeRef): AuthMessage[] {
    const dpop = exchange.request.headers.some(({ name }) => name === 'dpop');
    const messages = authMessagesOf(exchange);
    for (const message of messages) this.flows.add(message, exchange.startedAt, ref, dpop);
    this.flows.told(exchange, ref);
    return messages;
  }

  #saveOthers(): Omit<SavedPipeline, 'credentials'> {
    return {
      underWay: [...this.underWay],
      // Replaced when they change: others can hold the same.
      links: this.links.save(),
      log: this.log.save(),
      moments: structuredCopy(this.moments.save()),
      flows: structuredCopy(this.flows.save()),
      marks: structuredCopy(this.marks.save()),
      losses: this.losses.save(),
      storageSites: this.storageSites.all(),
      requests: this.requests,
      from: this.from,
      to: this.to,
    };
  }
}

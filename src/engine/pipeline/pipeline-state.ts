import { CredentialStore, type SavedCredentials } from '../credentials/credential-store.js';
import { AuthFlows } from '../flows/auth-flow.js';
import { Losses } from '../losses.js';
import type { LimitReached, Millis } from '../model.js';
import { Moments, type SavedMoments } from '../moments/moments.js';
import { ExchangeLog, type SavedLog } from '../trail/exchange-log.js';
import { type KnownExchange, Links } from '../trail/links.js';
import { Marks } from '../trail/marks.js';
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
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/** All that the pipeline has gathered so far. */
export class PipelineState {
  readonly store: CredentialStore;
  readonly moments: Moments;
  readonly links = new Links();
  readonly losses: Losses;
  readonly flows: AuthFlows;
  readonly log: ExchangeLog;
  readonly marks = new Marks();
  /** Of requests that have no answer yet: what each carried, with the number of the value that each had. */
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
      requests: this.requests,
      from: this.from,
      to: this.to,
    };
  }
}

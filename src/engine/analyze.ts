import type { Credential, Exchange, ExchangeBodies, LoginForm, Millis, Snapshot } from './model.js';
import { inOrder, type Observation } from './observation.js';
import { Pipeline, type ReportOptions, type SavedPipeline } from './pipeline.js';
import type { MarkComparison, Report } from './report/report.js';
import type { ExchangeLinks } from './trail/links.js';
import type { Mark } from './trail/marks.js';

export type { ReportOptions } from './pipeline.js';

/** Observations that come late by no more than this many find their place. */
const WINDOW = 32;
/** A saved window's most characters: what is too large to be kept is settled first. */
const MAX_SAVED_WINDOW = 256 * 1024;

/** What `save` gives and `restore` takes: plain JSON data. */
export interface SavedAnalysis extends SavedPipeline {
  recent: Observation[];
}

/**
 * Everything that was observed, in order of time, though it is told in the order in which it ended,
 * in batches, or a little late. What is older than the last few observations is settled for good;
 * the last few are read into a copy, which is made anew when one of them came late.
 */
export class Analysis {
  #settled = new Pipeline();
  /** In order. */
  #recent: Observation[] = [];
  /** All that is settled and recent; absent while nobody has asked. */
  #ahead: Pipeline | undefined;

  static restore({ recent, ...settled }: SavedAnalysis): Analysis {
    const analysis = new Analysis();
    analysis.#settled = Pipeline.restore(settled);
    analysis.#recent = recent;
    return analysis;
  }

  save(): SavedAnalysis {
    if (JSON.stringify(this.#recent).length > MAX_SAVED_WINDOW) this.#settle(0);
    return { ...this.#settled.save(), recent: this.#recent };
  }

  /** Takes one finished exchange: what it carried, what its response set, whether it was a login. */
  addExchange(exchange: Exchange): void {
    this.#add({ kind: 'exchange', exchange });
  }

  /** Takes bodies that were learnt after their exchange. */
  addBodies(bodies: ExchangeBodies): void {
    this.#add(bodies);
  }

  /** Takes the state of the cookie jar, or of one web storage area, at one moment. */
  addSnapshot(snapshot: Snapshot): void {
    this.#add(snapshot);
  }

  addLoginForm(form: LoginForm): void {
    this.#add(form);
  }

  /** Marks this moment, to be compared with another one. */
  mark(name: string, at: Millis): void {
    this.#add({ kind: 'mark', name, at });
  }

  /** Credentials that travelled with an exchange; empty for one that is unknown or long ago. */
  links(exchangeId: string): ExchangeLinks {
    return this.#now().links(exchangeId);
  }

  /** All credentials, their roles judged as of now, in order of first sighting. */
  credentials(): readonly Credential[] {
    return this.#now().credentials();
  }

  /** Ids of the credentials whose current value stands in this text (a header, a storage item). */
  credentialsIn(source: string): string[] {
    return this.#now().credentialsIn(source);
  }

  /** A credential's raw value, for a person who asked to see it. */
  reveal(credentialId: string): string | undefined {
    return this.#now().reveal(credentialId);
  }

  marks(): readonly Mark[] {
    return this.#now().marks();
  }

  /** What became of the credentials between two marks; undefined where one is unknown. */
  compare(from: number, to: number): MarkComparison | undefined {
    return this.#now().compare(from, to);
  }

  report(options: ReportOptions): Report {
    return this.#now().report(options);
  }

  #add(observation: Observation): void {
    const later = this.#recent.findLastIndex((other) => inOrder(other, observation) <= 0) + 1;
    if (later === this.#recent.length) this.#ahead?.add(observation);
    else this.#ahead = undefined;
    this.#recent.splice(later, 0, observation);
    this.#settle(WINDOW);
  }

  /** Takes all but the last few for settled. */
  #settle(keep: number): void {
    while (this.#recent.length > keep) this.#settled.add(this.#recent.shift()!);
  }

  #now(): Pipeline {
    if (!this.#ahead) {
      this.#ahead = Pipeline.restore(JSON.parse(JSON.stringify(this.#settled.save())) as SavedPipeline);
      for (const observation of this.#recent) this.#ahead.add(observation);
    }
    return this.#ahead;
  }
}

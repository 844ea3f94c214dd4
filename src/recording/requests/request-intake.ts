import type { Analysis } from '../../engine/pipeline/analyze.js';
import type { Losses } from '../../engine/losses.js';
import type { Exchange, Millis } from '../../engine/model.js';
import { Assembler } from './assemble.js';
import type { Cleaning } from '../cleaning.js';
import type { ExchangeList } from '../exchanges/exchange-list.js';
import { Join, type Joined, MATCH_WITHIN } from './join.js';
import { answeredBy } from './late-parts.js';
import { exchangeLimits } from '../limits.js';
import { Probes } from '../proofs/probes.js';
import type { DevtoolsEntry } from '../record.js';
import type { RequestEvent } from './request-event.js';
import type { SavedRecording } from '../saved-recording.js';
import type { Visited } from './visited.js';

/** What requests are led to. */
export interface RequestsTo {
  readonly analysis: Analysis;
  readonly exchanges: ExchangeList;
  readonly losses: Losses;
  readonly cleaning: Cleaning;
  readonly visited: Visited;
  /** Address of the page that is shown. */
  readonly url: string;
  /** Requests of windows that the page opened. */
  ofWindows: number;
  /** Something was observed. */
  observed(): void;
  /** A document has come. */
  documentCame(url: string): void;
}

/** Makes exchanges of what webRequest and DevTools tell of requests, and leads them on. */
export class RequestIntake {
  readonly #to: RequestsTo;
  readonly #assembler: Assembler;
  readonly #join: Join;
  readonly #probes: Probes;

  constructor(to: RequestsTo, saved?: SavedRecording) {
    this.#to = to;
    this.#assembler = new Assembler(saved?.assembler, to.losses);
    for (const exchange of this.#assembler.pending()) to.exchanges.put(exchange, true);
    this.#join = new Join(saved?.join, to.losses);
    this.#probes = new Probes(saved?.probes);
  }

  save(): Pick<SavedRecording, 'assembler' | 'join' | 'probes'> {
    const probes = this.#probes.save();
    return {
      assembler: this.#assembler.save(),
      join: this.#join.save(),
      ...(probes && { probes }),
    };
  }

  /** An event of webRequest. */
  add(told: RequestEvent): void {
    const { cleaning, exchanges, url, visited } = this.#to;
    const event = this.#probes.read(told);
    if (event.kind === 'sent' && event.topUrl !== undefined) this.#to.ofWindows++;
    for (const exchange of this.#assembler.add(cleaning.told(event), url || undefined)) {
      const pending = this.#assembler.isPending(exchange);
      exchanges.put(exchange, pending);
      if (exchange.probe) this.#noteProbe(exchange, pending);
      else if (pending) visited.asked(exchange.url);
      else this.#finish(exchange);
    }
  }

  /** Entries that DevTools told of at `at`. */
  addEntries(entries: readonly DevtoolsEntry[], at: Millis): void {
    this.#addJoined(this.#join.addEntries(entries, at));
  }

  /** A request of a proof is about to be sent. */
  expect(mark: string): void {
    this.#probes.expect(mark);
  }

  /** From now on, entries that began before this moment and match nothing stay out. */
  startFrom(at: Millis): void {
    this.#join.startFrom(at);
  }

  /** Gives up waiting for what should have come by now. */
  settle(now: Millis): void {
    for (const exchange of this.#assembler.settle(now)) {
      this.#to.exchanges.put(exchange, false);
      if (exchange.probe) this.#noteProbe(exchange, false);
      else this.#finish(exchange);
    }
    this.#addJoined(this.#join.settle(now));
  }

  /** Writes addresses and entries anew, for a page told late which of its fields are passwords. */
  rewrite(rewritten: (exchange: Exchange) => Exchange): void {
    this.#assembler.rewrite(rewritten);
    this.#join.rewrite(this.#to.cleaning.told);
  }

  /** Notes an exchange that is over. */
  note(exchange: Exchange): void {
    const { losses, visited } = this.#to;
    this.#to.observed();
    losses.add(exchangeLimits(exchange));
    visited.asked(exchange.url);
  }

  /**
   * One of a proof is shown and no more: what DevTools tells of it must not be taken for the
   * page's.
   */
  #noteProbe(exchange: Exchange, pending: boolean): void {
    this.#to.observed();
    this.#probes.note(exchange);
    if (!pending) this.#addJoined(this.#join.addExchange(exchange));
  }

  #finish(exchange: Exchange): void {
    const { analysis, losses } = this.#to;
    this.#to.observed();
    if (exchange.type === 'document') this.#to.documentCame(exchange.url);
    losses.add(exchange.limits);
    analysis.addExchange(exchange);
    this.#addJoined(this.#join.addExchange(exchange));
  }

  #addJoined({ exchanges, bodies }: Joined): void {
    const { analysis, losses } = this.#to;
    for (const told of exchanges) {
      if (this.#probes.isOne(told)) continue;
      const unanswered = this.#assembler.takeUnanswered(told, MATCH_WITHIN);
      const exchange = unanswered ? answeredBy(unanswered, told) : told;
      this.#to.exchanges.put(exchange, false);
      // It has nobody to be joined with.
      this.note(exchange);
      analysis.addExchange(exchange);
    }
    for (const entry of bodies) {
      if (this.#probes.has(entry.exchangeId)) continue;
      this.#to.observed();
      losses.add([...(entry.request?.limits ?? []), ...(entry.response?.limits ?? [])]);
      this.#to.exchanges.putBodies(entry);
      analysis.addBodies(entry);
    }
  }
}

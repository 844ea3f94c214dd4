import { tellingItems } from '../places/in-storage.js';
import type { Exchange, ExchangeBodies } from '../model.js';
import {
  PasswordFields,
  type SavedPasswordFields,
} from '../normalize/passwords/password-fields.js';
import { withoutPasswords } from '../normalize/passwords/without-passwords.js';
import { domainOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';
import { compareSteps, type Observation, stepsOf } from './order.js';
import { Pipeline } from './pipeline.js';
import type { SavedPipeline } from './pipeline-state.js';
import { readStep } from './read-step.js';
import { type Waiting, WaitingSteps } from './waiting-steps.js';
import { withBodies } from './with-bodies.js';

/** Steps between two states that are kept. */
const STATE_EVERY = 64;
/** The latest steps, before which those of requests that are under way will come. */
const LATEST = 64;

/** Plain JSON data: what was read for good, and what waits. */
export interface SavedArrivals extends SavedPipeline {
  waiting: Waiting[];
  passwordFields: SavedPasswordFields;
}

/** The pipeline after so many steps of the window. */
interface State {
  pipeline: Pipeline;
  steps: number;
}

/**
 * Brings observations into order. Live they come when they are over, so some come late. The latest
 * wait in a window, sorted, and only what leaves it is read for good. Of what was read in it states
 * are kept, each of which shares with the one before what it did not write: what comes late costs
 * no more than reading anew from the state before its place. Asking for a report changes nothing.
 */
export class Arrivals {
  /** The first has read all older than the window, and is never written; the last goes on. */
  readonly #states: State[];
  readonly #window = new WaitingSteps();
  readonly #passwords: PasswordFields;
  /** Of a finished recording hardly anything is late: one state before its latest steps will do. */
  #stateEvery = STATE_EVERY;

  constructor(saved?: SavedArrivals) {
    this.#passwords = new PasswordFields((url) => domainOf(url) ?? '', saved?.passwordFields);
    this.#states = [{ pipeline: saved ? Pipeline.restore(saved) : Pipeline.empty(), steps: 0 }];
    for (const { observation, begun } of saved?.waiting ?? []) this.#insert(observation, begun);
  }

  /** Takes an observation to its place. */
  add(arrived: Observation): void {
    const observation = this.#withoutPasswords(arrived);
    if (observation.kind === 'bodies') this.#addBodies(observation);
    else if (observation.kind === 'exchange')
      this.#insert(this.#withWaitingBodies(observation.exchange));
    else this.#insert(observation.kind === 'storage' ? tellingItems(observation) : observation);
    this.#settle();
  }

  /**
   * Takes the exchanges of a finished recording, in any order, before anything else. What is older
   * than the window is read for good at once; `taken` is told how much of all that was.
   */
  addAll(exchanges: readonly Exchange[], taken?: (part: number) => void): void {
    for (const { url, response } of exchanges)
      this.#passwords.learn(url, response?.body?.passwordFields);
    const steps = exchanges
      .map((exchange) => ({ kind: 'exchange', exchange: this.#passwords.clean(exchange) }) as const)
      .flatMap(stepsOf)
      .sort(compareSteps);
    const waiting = Math.max(0, steps.length - LIMITS.waitingSteps);
    for (const [at, step] of steps.entries()) {
      if (at < waiting) readStep(this.#settled().pipeline, step);
      else this.#window.await(step);
      taken?.((at + 1) / steps.length);
    }
    this.#stateEvery = LIMITS.waitingSteps;
    this.#settle();
  }

  /** Learns what a page calls its fields for passwords; what waits can hold one already. */
  learnPasswords(url: string, names: readonly string[] = []): void {
    if (this.#passwords.learn(url, names)) this.#cleanWaiting();
  }

  /** The pipeline after all that was observed. */
  now(): Pipeline {
    this.#readTo(this.#window.steps.length, () => true);
    return this.#last().pipeline;
  }

  /**
   * Reads on, for as long as it may, what will hardly be read again: whoever asks later waits less.
   * Returns true where there is nothing left to do. `toTheEnd`: somebody asks next.
   */
  readOn(mayGoOn: () => boolean, toTheEnd = false): boolean {
    return this.#readTo(this.#window.steps.length - (toTheEnd ? 0 : LATEST), mayGoOn);
  }

  #readTo(end: number, mayGoOn: () => boolean): boolean {
    let state = this.#last();
    for (const step of this.#window.steps.slice(state.steps, Math.max(state.steps, end))) {
      if (!mayGoOn()) return false;
      const before = this.#states.at(-2);
      if (!before || state.steps - before.steps >= this.#stateEvery) {
        state = { pipeline: state.pipeline.fork(), steps: state.steps };
        this.#states.push(state);
      }
      readStep(state.pipeline, step);
      state.steps++;
    }
    return true;
  }

  save(): SavedArrivals {
    const waiting = this.#window.save();
    return { ...this.#settled().pipeline.save(), waiting, passwordFields: this.#passwords.save() };
  }

  #settled(): State {
    return this.#states[0]!;
  }

  #last(): State {
    return this.#states.at(-1)!;
  }

  /** Passwords are never kept: what a page calls their fields is learnt, and they are dropped. */
  #withoutPasswords(observation: Observation): Observation {
    if (observation.kind === 'login-form') {
      const [pageUrl, actionUrl] = [observation.pageUrl, observation.actionUrl].map((url) =>
        withoutPasswords(url),
      ) as [string, string];
      if (this.#passwords.learnForm(observation)) this.#cleanWaiting();
      return { ...observation, pageUrl, actionUrl };
    }
    if (observation.kind !== 'exchange') return observation;
    const { url, response } = observation.exchange;
    this.learnPasswords(url, response?.body?.passwordFields);
    return { kind: 'exchange', exchange: this.#passwords.clean(observation.exchange) };
  }

  #cleanWaiting(): void {
    for (const observation of this.#window.observations()) {
      if (observation.kind !== 'exchange') continue;
      const exchange = this.#passwords.clean(observation.exchange);
      if (exchange === observation.exchange) continue;
      const begun = this.#window.isBegun(observation);
      this.#remove(observation);
      this.#insert({ kind: 'exchange', exchange }, begun);
    }
  }

  /** DevTools tells bodies after their exchange; they are read with it while that is possible. */
  #addBodies(bodies: ExchangeBodies): void {
    const step = this.#window.steps.find(
      ({ part, tie }) => part === 'request' && tie === bodies.exchangeId,
    );
    if (step?.observation.kind !== 'exchange') return this.#insert(bodies);
    this.#remove(step.observation);
    this.#insert({ kind: 'exchange', exchange: withBodies(step.observation.exchange, bodies) });
  }

  #withWaitingBodies(exchange: Exchange): Observation {
    const early = this.#window
      .observations()
      .find((other) => other.kind === 'bodies' && other.exchangeId === exchange.id);
    if (early?.kind !== 'bodies') return { kind: 'exchange', exchange };
    this.#remove(early);
    return { kind: 'exchange', exchange: withBodies(exchange, early) };
  }

  #insert(observation: Observation, begun = false): void {
    this.#forgetFrom(this.#window.insert(observation, begun));
  }

  #remove(observation: Observation): void {
    this.#forgetFrom(this.#window.remove(observation));
  }

  /** States that have read further than that are of another order. */
  #forgetFrom(at: number): void {
    while (this.#states.length > 1 && this.#last().steps > at) this.#states.pop();
  }

  /** The oldest part of the window is read for good, until the rest is small enough. */
  #settle(): void {
    while (this.#window.isFull) {
      if (this.#states.length === 1) this.#readTo(STATE_EVERY, () => true);
      this.#states.shift();
      const { steps } = this.#settled();
      for (const state of this.#states) state.steps -= steps;
      this.#window.letGo(steps);
    }
  }
}

import { tellingItems } from '../places/in-storage.js';
import type { Exchange, ExchangeBodies } from '../model.js';
import { PasswordFields, type SavedPasswordFields } from '../normalize/password-fields.js';
import { withoutPasswords } from '../normalize/without-passwords.js';
import { domainOf } from '../normalize/site.js';
import { LIMITS } from '../settings.js';
import { textLengthOf } from './observation-length.js';
import { compareSteps, type Observation, type Step, stepsOf } from './order.js';
import { Pipeline } from './pipeline.js';
import type { SavedPipeline } from './pipeline-state.js';
import { readStep } from './read-step.js';
import { withBodies } from './with-bodies.js';

/** Steps between two states that are kept. */
const STATE_EVERY = 64;
/** The latest steps, before which those of requests that are under way will come. */
const LATEST = 64;

/** An observation that waits, and whether its request was read for good already. */
interface Waiting {
  observation: Observation;
  begun: boolean;
}

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
 * wait in a window, sorted, and only what leaves it is read for good. Of what was read in the window
 * states are kept, each of which shares with the one before what it did not write: what comes late
 * costs no more than reading anew from the state before its place. Asking for a report changes nothing.
 */
export class Arrivals {
  /** The first has read all that is older than the window, and is never written; the last goes on. */
  readonly #states: State[];
  readonly #window: Step[] = [];
  readonly #passwords: PasswordFields;
  /** Of a finished recording hardly anything comes late: one state before its latest steps is enough. */
  #stateEvery = STATE_EVERY;
  /** Length of every observation in the window as text, and of all together. */
  readonly #lengths = new Map<Observation, number>();
  #text = 0;

  constructor(saved?: SavedArrivals) {
    this.#passwords = new PasswordFields(domainOf, saved?.passwordFields);
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
   * Takes the exchanges of a finished recording, in any order, before anything else. What is older than
   * the window is read for good at once; `taken` is told how much of all that was.
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
      else this.#await(step);
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
    this.#readTo(this.#window.length, () => true);
    return this.#last().pipeline;
  }

  /**
   * Reads on, for as long as it may, what will hardly be read again. What is asked for later has less
   * to wait for. Returns true where there is nothing left to do. `toTheEnd`: somebody asks next.
   */
  readOn(mayGoOn: () => boolean, toTheEnd = false): boolean {
    return this.#readTo(this.#window.length - (toTheEnd ? 0 : LATEST), mayGoOn);
  }

  #readTo(end: number, mayGoOn: () => boolean): boolean {
    let state = this.#last();
    for (const step of this.#window.slice(state.steps, Math.max(state.steps, end))) {
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
    const waiting = [...this.#lengths.keys()].map((observation) => ({
      observation,
      begun: this.#isBegun(observation),
    }));
    return { ...this.#settled().pipeline.save(), waiting, passwordFields: this.#passwords.save() };
  }

  #settled(): State {
    return this.#states[0]!;
  }

  #last(): State {
    return this.#states.at(-1)!;
  }

  /** Passwords are never kept: what a page calls its fields for them is learnt, and they are dropped. */
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
    const waiting = [...this.#lengths.keys()];
    for (const observation of waiting) {
      if (observation.kind !== 'exchange') continue;
      const exchange = this.#passwords.clean(observation.exchange);
      if (exchange === observation.exchange) continue;
      const begun = this.#isBegun(observation);
      this.#remove(observation);
      this.#insert({ kind: 'exchange', exchange }, begun);
    }
  }

  #isBegun(observation: Observation): boolean {
    return (
      observation.kind === 'exchange' &&
      !this.#window.some((step) => step.observation === observation && step.part === 'request')
    );
  }

  /** DevTools tells bodies after their exchange; they are read with it while that is possible. */
  #addBodies(bodies: ExchangeBodies): void {
    const step = this.#window.find(
      ({ part, tie }) => part === 'request' && tie === bodies.exchangeId,
    );
    if (step?.observation.kind !== 'exchange') return this.#insert(bodies);
    this.#remove(step.observation);
    this.#insert({ kind: 'exchange', exchange: withBodies(step.observation.exchange, bodies) });
  }

  #withWaitingBodies(exchange: Exchange): Observation {
    const early = [...this.#lengths.keys()].find(
      (other) => other.kind === 'bodies' && other.exchangeId === exchange.id,
    );
    if (early?.kind !== 'bodies') return { kind: 'exchange', exchange };
    this.#remove(early);
    return { kind: 'exchange', exchange: withBodies(exchange, early) };
  }

  /** The last step of those that are there. */
  #await(step: Step): void {
    this.#window.push(step);
    if (step.part === 'request') return;
    const length = textLengthOf(step.observation);
    this.#lengths.set(step.observation, length);
    this.#text += length;
  }

  #insert(observation: Observation, begun = false): void {
    const length = textLengthOf(observation);
    this.#lengths.set(observation, length);
    this.#text += length;
    for (const step of stepsOf(observation)) {
      if (begun && step.part === 'request') continue;
      const at = this.#window.findLastIndex((other) => compareSteps(other, step) <= 0) + 1;
      this.#window.splice(at, 0, step);
      this.#forgetFrom(at);
    }
  }

  #remove(observation: Observation): void {
    this.#forgetLength(observation);
    this.#forgetFrom(this.#window.findIndex((step) => step.observation === observation));
    const others = this.#window.filter((step) => step.observation !== observation);
    this.#window.splice(0, Infinity, ...others);
  }

  /** States that have read further than that are of another order. */
  #forgetFrom(at: number): void {
    while (this.#states.length > 1 && this.#last().steps > at) this.#states.pop();
  }

  /** The oldest part of the window is read for good, until the rest is small enough. */
  #settle(): void {
    while (
      this.#window.length > 0 &&
      (this.#window.length > LIMITS.waitingSteps || this.#text > LIMITS.waitingText)
    ) {
      if (this.#states.length === 1) this.#readTo(STATE_EVERY, () => true);
      this.#states.shift();
      const { steps } = this.#settled();
      for (const state of this.#states) state.steps -= steps;
      for (const { part, observation } of this.#window.splice(0, steps)) {
        if (part !== 'request') this.#forgetLength(observation);
      }
    }
  }

  #forgetLength(observation: Observation): void {
    this.#text -= this.#lengths.get(observation) ?? 0;
    this.#lengths.delete(observation);
  }
}

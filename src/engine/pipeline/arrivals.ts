import { tellingItems } from '../places/in-storage.js';
import type { Exchange, ExchangeBodies } from '../model.js';
import { PasswordFields, type SavedPasswordFields } from '../normalize/password-fields.js';
import { withoutPasswords } from '../normalize/without-passwords.js';
import { compareSteps, type Observation, type Step, stepsOf } from './order.js';
import { Pipeline, type SavedPipeline } from './pipeline.js';

/** How many of the latest steps can still change their order, and how much text may wait with them. */
const MAX_STEPS = 256;
const MAX_TEXT = 256 * 1024;

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

/**
 * Brings observations into order. Live they come when they are over, so some come late. The latest
 * wait in a window, sorted, and only what leaves it is read for good; a report is made of a copy that
 * has read the window, too. What comes late is in time as long as its place is in the window, and
 * asking for a report changes nothing.
 */
export class Arrivals {
  /** Has read all that is older than the window. */
  readonly #settled: Pipeline;
  readonly #window: Step[] = [];
  readonly #passwords: PasswordFields;
  /** Length of every observation in the window as text, and of all together. */
  readonly #lengths = new Map<Observation, number>();
  #text = 0;
  /** The copy, and how many steps of the window it has read. */
  #ahead: { pipeline: Pipeline; steps: number } | undefined;

  constructor(saved?: SavedArrivals) {
    this.#passwords = new PasswordFields(saved?.passwordFields);
    this.#settled = saved ? Pipeline.restore(saved) : new Pipeline();
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

  /** The pipeline after all that was observed. */
  now(): Pipeline {
    this.#ahead ??= { pipeline: this.#settled.copy(), steps: 0 };
    const { pipeline, steps } = this.#ahead;
    for (const step of this.#window.slice(steps)) read(pipeline, step);
    this.#ahead.steps = this.#window.length;
    return pipeline;
  }

  save(): SavedArrivals {
    const waiting = [...this.#lengths.keys()].map((observation) => ({
      observation,
      begun: this.#isBegun(observation),
    }));
    return { ...this.#settled.save(), waiting, passwordFields: this.#passwords.save() };
  }

  /** Passwords are never kept: what a page calls its fields for them is learnt, and they are dropped. */
  #withoutPasswords(observation: Observation): Observation {
    if (observation.kind === 'login-form') {
      const [pageUrl, actionUrl] = [observation.pageUrl, observation.actionUrl].map((url) =>
        withoutPasswords(url),
      ) as [string, string];
      this.#passwords.learnForm(observation);
      return { ...observation, pageUrl, actionUrl };
    }
    if (observation.kind !== 'exchange') return observation;
    const { url, response } = observation.exchange;
    this.#passwords.learn(url, response?.body?.passwordFields);
    return { kind: 'exchange', exchange: this.#passwords.clean(observation.exchange) };
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

  #insert(observation: Observation, begun = false): void {
    const length = JSON.stringify(observation).length;
    this.#lengths.set(observation, length);
    this.#text += length;
    for (const step of stepsOf(observation)) {
      if (begun && step.part === 'request') continue;
      const at = this.#window.findLastIndex((other) => compareSteps(other, step) <= 0) + 1;
      this.#window.splice(at, 0, step);
      this.#forgetAhead(at);
    }
  }

  #remove(observation: Observation): void {
    this.#text -= this.#lengths.get(observation) ?? 0;
    this.#lengths.delete(observation);
    this.#forgetAhead(this.#window.findIndex((step) => step.observation === observation));
    const others = this.#window.filter((step) => step.observation !== observation);
    this.#window.splice(0, Infinity, ...others);
  }

  /** A copy that has read further than that must be made anew. */
  #forgetAhead(at: number): void {
    if (this.#ahead && at < this.#ahead.steps) this.#ahead = undefined;
  }

  /** Reads the oldest for good, until the window is small enough. */
  #settle(): void {
    while (this.#window.length > MAX_STEPS || this.#text > MAX_TEXT) {
      const step = this.#window.shift();
      if (!step) return;
      read(this.#settled, step);
      if (this.#ahead && --this.#ahead.steps < 0) this.#ahead = undefined;
      if (step.part === 'request') continue;
      this.#text -= this.#lengths.get(step.observation) ?? 0;
      this.#lengths.delete(step.observation);
    }
  }
}

function read(pipeline: Pipeline, { observation, part }: Step): void {
  switch (observation.kind) {
    case 'exchange':
      return part === 'request'
        ? pipeline.send(observation.exchange)
        : pipeline.answer(observation.exchange);
    case 'bodies':
      return pipeline.bodies(observation);
    case 'login-form':
      return pipeline.form(observation);
    case 'mark':
      return pipeline.mark(observation.name, observation.at);
    case 'jar':
    case 'storage':
      return pipeline.snapshot(observation);
  }
}

function withBodies(
  { request, response, ...exchange }: Exchange,
  bodies: ExchangeBodies,
): Exchange {
  return {
    ...exchange,
    ...(bodies.script ? { script: bodies.script } : {}),
    request: { ...request, ...(bodies.request ? { body: bodies.request } : {}) },
    ...(response
      ? { response: { ...response, ...(bodies.response ? { body: bodies.response } : {}) } }
      : {}),
  };
}

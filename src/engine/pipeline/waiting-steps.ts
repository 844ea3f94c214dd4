import { LIMITS } from '../settings.js';
import { textLengthOf } from './observation-length.js';
import { compareSteps, type Observation, type Step, stepsOf } from './order.js';

/** An observation that waits, and whether its request was read for good already. */
export interface Waiting {
  observation: Observation;
  begun: boolean;
}

/** The latest observations by their steps, in order, and how much text they are. */
export class WaitingSteps {
  readonly #steps: Step[] = [];
  /** Length of every observation as text, and of all together. */
  readonly #lengths = new Map<Observation, number>();
  #text = 0;

  get steps(): readonly Step[] {
    return this.#steps;
  }

  observations(): Observation[] {
    return [...this.#lengths.keys()];
  }

  save(): Waiting[] {
    return this.observations().map((observation) => ({
      observation,
      begun: this.isBegun(observation),
    }));
  }

  /** There are more, or longer ones, than may wait. */
  get isFull(): boolean {
    const { length } = this.#steps;
    return length > 0 && (length > LIMITS.waitingSteps || this.#text > LIMITS.waitingText);
  }

  /** The request of this exchange waits no more, and its answer does. */
  isBegun(observation: Observation): boolean {
    return (
      observation.kind === 'exchange' &&
      !this.#steps.some((step) => step.observation === observation && step.part === 'request')
    );
  }

  /** Takes a step that comes after all that are there. */
  await(step: Step): void {
    this.#steps.push(step);
    if (step.part !== 'request') this.#measure(step.observation);
  }

  /** Takes an observation to its place; gives the first place at which something is another now. */
  insert(observation: Observation, begun: boolean): number {
    this.#measure(observation);
    let first = Infinity;
    for (const step of stepsOf(observation)) {
      if (begun && step.part === 'request') continue;
      const at = this.#steps.findLastIndex((other) => compareSteps(other, step) <= 0) + 1;
      this.#steps.splice(at, 0, step);
      first = Math.min(first, at);
    }
    return first;
  }

  /** Takes an observation out; gives the place of its first step. */
  remove(observation: Observation): number {
    this.#forgetLength(observation);
    const at = this.#steps.findIndex((step) => step.observation === observation);
    const others = this.#steps.filter((step) => step.observation !== observation);
    this.#steps.splice(0, Infinity, ...others);
    return at;
  }

  /** So many of the oldest steps wait no more. */
  letGo(count: number): void {
    for (const { part, observation } of this.#steps.splice(0, count))
      if (part !== 'request') this.#forgetLength(observation);
  }

  #measure(observation: Observation): void {
    const length = textLengthOf(observation);
    this.#lengths.set(observation, length);
    this.#text += length;
  }

  #forgetLength(observation: Observation): void {
    this.#text -= this.#lengths.get(observation) ?? 0;
    this.#lengths.delete(observation);
  }
}

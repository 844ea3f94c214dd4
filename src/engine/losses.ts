import type { LimitReached } from './model.js';
import { beyond, type LIMITS, sumOfLimits } from './settings.js';

/** Counts what bounds leave out, so that it can be told. Plain data when saved. */
export class Losses {
  #all: LimitReached[];

  constructor(saved: readonly LimitReached[] = []) {
    this.#all = [...saved];
  }

  save(): LimitReached[] {
    return [...this.#all];
  }

  /** One more thing, or so many, beyond a bound. */
  note(what: keyof typeof LIMITS, lost = 1): void {
    this.add(beyond(what, lost));
  }

  add(limits: readonly LimitReached[] = []): void {
    if (limits.length > 0) this.#all = sumOfLimits([...this.#all, ...limits]);
  }
}

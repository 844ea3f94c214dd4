import { othersFirst } from '../../capture/others-first.js';

/** Of the worker's time in one go: requests that come meanwhile must not wait for long. */
export const SLICE = 12;

/** Divides long work into slices, between which whatever comes is heard. */
export class Slices {
  #end = performance.now() + SLICE;

  readonly mayGoOn = (): boolean => performance.now() < this.#end;

  /** Where the slice is over: lets others go first. */
  async pause(): Promise<void> {
    if (this.mayGoOn()) return;
    await othersFirst();
    this.#end = performance.now() + SLICE;
  }
}

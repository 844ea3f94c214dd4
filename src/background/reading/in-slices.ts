import { finished, type Steps } from '../../engine/steps.js';
import { Slices } from './slices.js';

/**
 * Long work is begun anew so often because something was read meanwhile; then it is done in one go.
 */
const TRIES = 3;

/** Long work in steps, which is of use as long as what it is about stays the same. */
export interface Sliced<T> {
  steps: Steps<T>;
  isSame(): boolean;
}

/**
 * Does long work in slices, between which whatever comes is heard, and again where that changed
 * what it is about; `cost`: the milliseconds that it took, without what it waited for.
 */
export async function inSlices<T>(begin: () => Sliced<T>): Promise<{ value: T; cost: number }> {
  const slices = new Slices();
  let cost = 0;
  const timed = <R>(work: () => R): R => {
    const started = performance.now();
    const result = work();
    cost += performance.now() - started;
    return result;
  };
  for (let tried = 0; tried < TRIES; tried++) {
    const { steps, isSame } = timed(begin);
    let step = timed(() => steps.next());
    while (!step.done && isSame()) {
      await slices.pause();
      if (isSame()) step = timed(() => steps.next());
    }
    if (step.done) return { value: step.value, cost };
  }
  const value = timed(() => finished(begin().steps));
  return { value, cost };
}

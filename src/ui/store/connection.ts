import { signal } from '@preact/signals';
import { reconnectDelay } from '../backend/reconnecting-port.js';
import { NoAnswerError } from '../backend/within.js';

/** `waiting` for the first answer; `failed`: the background did not answer the last question. */
export type ConnectionState = 'waiting' | 'up' | 'failed';

/** Whether the background answers. Calls `again` some time after it did not. */
export class Connection {
  readonly state = signal<ConnectionState>('waiting');
  /** Seconds after which the last question was given up; null where it was not. */
  readonly gaveUpAfter = signal<number | null>(null);
  readonly #again: () => void;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(again: () => void) {
    this.#again = again;
  }

  /** Returns whether the background did its part. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#failures = 0;
      this.gaveUpAfter.value = null;
      this.state.value = 'up';
      return true;
    } catch (error) {
      this.#failures += 1;
      const late = error instanceof NoAnswerError ? error.seconds : null;
      this.gaveUpAfter.value = late;
      // One failure is a worker that ended while it answered: the next question wakes it.
      if (this.#failures > 1 || late !== null) this.state.value = 'failed';
      this.stop();
      this.#retry = setTimeout(this.#again, reconnectDelay(this.#failures - 1));
      return false;
    }
  }

  /** Does not ask again by itself. */
  stop(): void {
    clearTimeout(this.#retry);
  }
}

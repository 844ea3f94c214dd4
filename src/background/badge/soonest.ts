/** A timer is not set anew for less. */
const SLACK = 4;
/** From one time to the next, at least. */
const APART = 8;

/** A step that is due at the earliest of the times for which it was asked. */
export class Soonest {
  readonly #step: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #done = -Infinity;

  constructor(step: () => void) {
    this.#step = step;
  }

  /** Has it done within so many milliseconds. */
  within(after: number): void {
    const now = performance.now();
    const due = Math.max(now + after, this.#done + APART);
    if (due > this.#due - SLACK) return;
    this.cancel();
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.cancel();
      this.#done = performance.now();
      this.#step();
    }, due - now);
  }

  /** It was done, or need not be. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}

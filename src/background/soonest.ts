/** A timer is not set anew for less. */
const SLACK = 4;

/** A step that is due at the earliest of the times for which it was asked. */
export class Soonest {
  readonly #step: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;

  constructor(step: () => void) {
    this.#step = step;
  }

  /** Has it done within so many milliseconds. */
  within(after: number): void {
    const due = performance.now() + after;
    if (due > this.#due - SLACK) return;
    this.cancel();
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.cancel();
      this.#step();
    }, after);
  }

  /** It was done, or need not be. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
  }
}

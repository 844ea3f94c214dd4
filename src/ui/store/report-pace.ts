/** Under a list, a report that only says more of what is known is asked for this seldom. */
const REST_MS = 2_000;

/**
 * When a report is worth asking for: making one costs most of all that a viewer asks for. Not again
 * while nothing was observed; under a list that names nothing new, after a rest.
 */
export class ReportPace {
  /** Revision of the recording when the last report was asked for. */
  #reported: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #whenRested: () => void;

  /** `whenRested` is called where a report that was put off is due. */
  constructor(whenRested: () => void) {
    this.#whenRested = whenRested;
  }

  /**
   * `needed`: what is on screen shows the report itself, or names what the last one did not have.
   */
  isDue(revision: number, needed: boolean): boolean {
    if (revision === this.#reported) return false;
    if (needed || this.#reported === undefined) return true;
    this.#rest ??= setTimeout(() => {
      this.#rest = undefined;
      this.#reported = undefined;
      this.#whenRested();
    }, REST_MS);
    return false;
  }

  taken(revision: number): void {
    this.stop();
    this.#reported = revision;
  }

  /** What was reported is gone. */
  forget(): void {
    this.stop();
    this.#reported = undefined;
  }

  stop(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }
}

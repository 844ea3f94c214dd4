type Close = () => Promise<void>;

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Ends what was started, the last first, when the work is done, has failed, or is interrupted. */
export class Cleanup {
  readonly #open: Close[] = [];
  #ending: Promise<void> | undefined;

  /** From now on a signal ends everything before it ends the process. */
  constructor() {
    for (const [signal, code] of Object.entries(EXIT_CODES)) {
      process.once(signal, () => void this.end().finally(() => process.exit(code)));
    }
  }

  /** True once the end has begun: what fails from then on fails because of it. */
  get ending(): boolean {
    return this.#ending !== undefined;
  }

  /**
   * Takes charge of something that was started; ends it at once where the end has already begun.
   */
  async add(close: Close): Promise<void> {
    if (this.ending) await close();
    else this.#open.push(close);
  }

  /** Ends everything; all callers wait for the same end. */
  end(): Promise<void> {
    this.#ending ??= this.#closeAll();
    return this.#ending;
  }

  async #closeAll(): Promise<void> {
    for (const close of this.#open.toReversed()) await close();
  }
}

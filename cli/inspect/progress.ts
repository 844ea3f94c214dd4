/** Tells on standard error how far it is: on a terminal in one line, else not at all. */
export class Progress {
  readonly #of: number;
  readonly #shown: boolean;
  #done = 0;

  constructor(of: number, quiet = false) {
    this.#of = of;
    this.#shown = !quiet && process.stderr.isTTY === true;
    this.#draw('');
  }

  /** One more is done. */
  done(what: string): void {
    this.#done++;
    this.#draw(what);
    if (this.#done === this.#of) this.clear();
  }

  /** Makes room for what else is told. */
  clear(): void {
    if (this.#shown) process.stderr.write('\r\u001B[K');
  }

  #draw(what: string): void {
    if (!this.#shown) return;
    const filled = Math.round((this.#done / this.#of) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const told = what.replace(/\p{C}+/gu, ' ').slice(0, 40);
    process.stderr.write(`\r\u001B[K${bar} ${this.#done}/${this.#of} ${told}`);
  }
}

const WIDTH = 20;

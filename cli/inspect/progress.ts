import type { WriteStream } from 'node:tty';

const WIDTH = 20;
const LONGEST = 40;

/** Tells how far it is: on a terminal in one line that is written anew, else not at all. */
export class Progress {
  readonly #of: number;
  readonly #stream: Pick<WriteStream, 'write'> | undefined;
  #done = 0;

  /** `quiet`: it is told nowhere. */
  constructor(
    of: number,
    quiet: boolean,
    stream: Pick<WriteStream, 'write' | 'isTTY'> = process.stderr,
  ) {
    this.#of = of;
    this.#stream = !quiet && stream.isTTY === true ? stream : undefined;
    this.#draw('');
  }

  /** One more is done. */
  done(what: string): void {
    this.#done++;
    if (this.#done === this.#of) this.clear();
    else this.#draw(what);
  }

  /** Makes room for what else is told. */
  clear(): void {
    this.#stream?.write('\r\u001B[K');
  }

  #draw(what: string): void {
    const filled = Math.round((this.#done / this.#of) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const told = what.replace(/\p{C}+/gu, ' ').slice(0, LONGEST);
    this.#stream?.write(`\r\u001B[K${bar} ${this.#done}/${this.#of} ${told}`);
  }
}

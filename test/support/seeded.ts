import { createHash } from 'node:crypto';

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A reproducible source of random bytes and of choices: the same seed gives the same ones. */
export class Seeded {
  #counter = 0;
  #pool = Buffer.alloc(0);
  constructor(readonly seed: string | number) {}

  bytes(count: number): Buffer {
    while (this.#pool.length < count) {
      const block = createHash('sha512')
        .update(`${this.seed}:${this.#counter++}`)
        .digest();
      this.#pool = Buffer.concat([this.#pool, block]);
    }
    const taken = this.#pool.subarray(0, count);
    this.#pool = this.#pool.subarray(count);
    return taken;
  }

  below(limit: number): number {
    return this.bytes(4).readUInt32BE(0) % limit;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  from(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet[this.below(alphabet.length)]).join('');
  }

  base62(length: number): string {
    return this.from(BASE62, length);
  }
}

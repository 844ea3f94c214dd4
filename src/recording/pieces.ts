/** How many exchanges of a piece are still as it says, and how many it holds. */
interface Piece {
  live: number;
  all: number;
}

/** Held by no piece as it is. */
export const NO_PIECE = -1;

/**
 * The pieces of a checkpoint. Each is written once; when less than half of it is of use, what is of use
 * goes into a new one.
 */
export class Pieces {
  readonly #pieces = new Map<number, Piece>();
  /** What was let go and still stands in a piece. */
  readonly #gone: Set<string>;

  constructor(gone: readonly string[] = []) {
    this.#gone = new Set(gone);
  }

  gone(): string[] {
    return [...this.#gone];
  }

  isGone(id: string): boolean {
    return this.#gone.has(id);
  }

  /** The piece holds so many, and some that are not there any more. */
  stored(number: number, live: number, inVain = 0): void {
    const piece = this.#pieces.get(number) ?? { live: 0, all: 0 };
    this.#pieces.set(number, { live: piece.live + live, all: piece.all + live + inVain });
  }

  /** What the piece says of one of them is not so any more. */
  changed(number: number): void {
    const piece = this.#pieces.get(number);
    if (piece) piece.live--;
  }

  /** One of them was let go. */
  letGo(id: string, number: number): void {
    if (!this.#pieces.has(number)) return;
    this.changed(number);
    this.#gone.add(id);
  }

  /** One that was let go is there again: a later piece has the last word on it. */
  back(id: string): void {
    this.#gone.delete(id);
  }

  /** Pieces that are of little use, and are not kept from now on. */
  takeWaste(): Set<number> {
    const waste = [...this.#pieces].filter(([, { live, all }]) => live * 2 < all);
    for (const [number] of waste) this.#pieces.delete(number);
    if (this.#pieces.size === 0) this.#gone.clear();
    return new Set(waste.map(([number]) => number));
  }

  /** Numbers of all pieces. */
  all(): number[] {
    return [...this.#pieces.keys()];
  }

  /** Numbers of all pieces, of which none is kept from now on. */
  takeAll(): number[] {
    const numbers = this.all();
    this.#pieces.clear();
    this.#gone.clear();
    return numbers;
  }
}

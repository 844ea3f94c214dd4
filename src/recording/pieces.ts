/** How many exchanges of a piece are still as it says, and how many it holds. */
interface Piece {
  live: number;
  all: number;
}

/**
 * Which piece of a checkpoint holds which exchange. A piece is written once; when less than half of it
 * is of use, what is of use goes into a new one.
 */
export class Pieces {
  readonly #pieces = new Map<number, Piece>();
  readonly #of = new Map<string, number>();
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

  isStored(id: string): boolean {
    return this.#of.has(id);
  }

  /** The piece holds these, as they are. */
  stored(number: number, ids: readonly string[]): void {
    for (const id of ids) {
      this.changed(id);
      this.#of.set(id, number);
    }
    const piece = this.#pieces.get(number) ?? { live: 0, all: 0 };
    this.#pieces.set(number, { live: piece.live + ids.length, all: piece.all + ids.length });
  }

  /** The piece holds what is not there any more. */
  storedInVain(number: number): void {
    const piece = this.#pieces.get(number) ?? { live: 0, all: 0 };
    this.#pieces.set(number, { ...piece, all: piece.all + 1 });
  }

  /** What the piece says of it is not so any more. */
  changed(id: string): void {
    const number = this.#of.get(id);
    const piece = number === undefined ? undefined : this.#pieces.get(number);
    this.#of.delete(id);
    if (piece) piece.live--;
  }

  /** It was let go. */
  letGo(id: string): void {
    if (!this.#of.has(id)) return;
    this.changed(id);
    this.#gone.add(id);
  }

  /** Pieces that are of little use: what is in them is stored nowhere then. */
  takeWaste(): number[] {
    const waste = [...this.#pieces].filter(([, { live, all }]) => live * 2 < all);
    const numbers = new Set(waste.map(([number]) => number));
    for (const number of numbers) this.#pieces.delete(number);
    for (const [id, number] of this.#of) if (numbers.has(number)) this.#of.delete(id);
    if (this.#pieces.size === 0) this.#gone.clear();
    return [...numbers];
  }

  /** Numbers of all pieces. */
  numbers(): number[] {
    return [...this.#pieces.keys()];
  }
}

import type { Kept } from '../exchanges/kept-exchange.js';
import { type NewPiece, readPiece, writtenPieces } from './piece-text.js';

/** How many exchanges of a piece are still as it says, and how many it holds. */
interface Piece {
  live: number;
  all: number;
}

/** Held by no piece as it is. */
export const NO_PIECE = -1;

/** The list that is written. */
interface PiecedList {
  kept: Map<string, Kept>;
  /** Keeps a finished exchange in its place. */
  take: (id: string, json: string, order: number) => Kept;
  textOf: (id: string, json: Kept['json']) => string;
}

/**
 * The pieces of a checkpoint, and what of a list is written in which. Each is written once; when
 * less than half of it is of use, what is of use goes into a new one.
 */
export class Pieces {
  readonly #list: PiecedList;
  readonly #pieces = new Map<number, Piece>();
  /** What was let go and still stands in a piece. */
  readonly #gone: Set<string>;

  constructor(list: PiecedList, gone: readonly string[] = []) {
    this.#list = list;
    this.#gone = new Set(gone);
  }

  gone(): string[] {
    return [...this.#gone];
  }

  /** Takes in what a piece holds; a later one has the last word. */
  load(number: number, text: string): void {
    const all = readPiece(text);
    const live = all.filter(([, id]) => !this.#gone.has(id));
    this.#holds(number, live.length, all.length - live.length);
    for (const [order, id, json] of live)
      Object.assign(this.#list.take(id, json, order), { piece: number, order });
  }

  /** All pieces are in: what they hold stands in its order again. */
  loaded(): void {
    const { kept } = this.#list;
    const inOrder = [...kept].toSorted(([, a], [, b]) => a.order - b.order);
    kept.clear();
    for (const [id, one] of inOrder) kept.set(id, one);
  }

  /** Finished exchanges that no piece holds as they are, and numbers of pieces that can go. */
  toWrite(): { add: NewPiece[]; drop: number[] } {
    const waste = this.#takeWaste();
    for (const kept of this.#list.kept.values()) if (waste.has(kept.piece)) kept.piece = NO_PIECE;
    return { add: writtenPieces(this.#unwritten()), drop: [...waste] };
  }

  *#unwritten(): Generator<[order: number, id: string, json: string]> {
    for (const [id, { order, json, pending, piece }] of this.#list.kept)
      if (!pending && piece === NO_PIECE) yield [order, id, this.#list.textOf(id, json)];
  }

  /** These were written as that piece. */
  stored(number: number, ids: readonly string[]): void {
    const stored = ids.flatMap((id) => this.#list.kept.get(id) ?? []);
    this.#holds(number, stored.length, ids.length - stored.length);
    for (const kept of stored) kept.piece = number;
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

  /** Numbers of the pieces that hold any of them. */
  all(): number[] {
    return [...this.#pieces.keys()];
  }

  /** Forgets what is written where: all will be written anew. Gives the numbers of the pieces. */
  forget(): number[] {
    for (const kept of this.#list.kept.values()) kept.piece = NO_PIECE;
    const numbers = this.all();
    this.#pieces.clear();
    this.#gone.clear();
    return numbers;
  }

  /** The piece holds so many, and some that are not there any more. */
  #holds(number: number, live: number, inVain: number): void {
    const piece = this.#pieces.get(number) ?? { live: 0, all: 0 };
    this.#pieces.set(number, { live: piece.live + live, all: piece.all + live + inVain });
  }

  /** Pieces that are of little use, and are not kept from now on. */
  #takeWaste(): Set<number> {
    const waste = [...this.#pieces].filter(([, { live, all }]) => live * 2 < all);
    for (const [number] of waste) this.#pieces.delete(number);
    if (this.#pieces.size === 0) this.#gone.clear();
    return new Set(waste.map(([number]) => number));
  }
}

import { NOTHING_TOLD, type Told } from './told.js';

/** A text under a number of its own, and its bytes. */
export type Numbered = [number: number, bytes: number];

/**
 * What stands of one tab's log in the store: batches from `first` to before `next`, and the state
 * and the pieces of a checkpoint that took the place of those before. Plain JSON data.
 */
export interface Head {
  first: number;
  next: number;
  /** Bytes of these batches. */
  bytes: number;
  state?: Numbered;
  pieces: Numbered[];
  /** The next number of a state or piece. */
  piece: number;
  /** Keys that may be left of what a checkpoint replaced. */
  old: string[];
  /**
   * Requests that memory alone holds, because the browser refused them: lost when the worker ends.
   */
  atRisk?: number;
  told: Told;
}

export function newHead(told: Told = NOTHING_TOLD): Head {
  return { first: 0, next: 0, bytes: 0, pieces: [], piece: 0, old: [], told };
}

export const headKey = (tabId: number): string => `head:${tabId}`;
/** What of the head is written with each batch that is written while the head is made anew. */
type Beyond = Pick<Head, 'next' | 'told'>;

/** Key of a `Beyond`. */
export const nextKey = (tabId: number): string => `next:${tabId}`;

/** It, under its key. */
export function beyondOf(tabId: number, { next, told }: Head): Record<string, Beyond> {
  return { [nextKey(tabId)]: { next, told } };
}

/** The head that a worker left, with what it wrote while it made that anew. */
export function headLeft(head: Head, beyond: unknown): Head {
  const later = beyond as Beyond | undefined;
  return later && later.next > head.next ? { ...head, ...later } : head;
}

export const batchKey = (tabId: number, number: number): string => `log:${tabId}:${number}`;
export const pieceKey = (tabId: number, number: number): string => `piece:${tabId}:${number}`;

/** Keys of the batches from one number to before another. */
export function batchKeys(tabId: number, first: number, next: number): string[] {
  return Array.from({ length: Math.max(0, next - first) }, (_, at) => batchKey(tabId, first + at));
}

/** Bytes of a text in the store. */
export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** Every key of a tab. */
export function keysOf(tabId: number, head: Head): string[] {
  return [headKey(tabId), nextKey(tabId), ...textKeys(tabId, head)];
}

/** Those of what was recorded, which no log that begins anew uses again. */
export function textKeys(tabId: number, { first, next, state, pieces, old }: Head): string[] {
  return [
    ...old,
    ...[...(state ? [state] : []), ...pieces].map(([number]) => pieceKey(tabId, number)),
    ...batchKeys(tabId, first, next),
  ];
}

/** Bytes of all that they hold. */
export function bytesOf({ bytes, state, pieces }: Head): number {
  return pieces.reduce((sum, [, size]) => sum + size, bytes + (state?.[1] ?? 0));
}

/**
 * The head of a log that begins anew, whose numbers no text of the one before has. What is left of
 * that is removed by the next worker, where this one ends before it has.
 */
export function headAfter(tabId: number, before: Head, told: Told): Head {
  const { next, piece } = before;
  const old = textKeys(tabId, before);
  return { ...newHead(told), first: next, next, piece, old };
}

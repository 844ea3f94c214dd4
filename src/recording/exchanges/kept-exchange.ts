import type { Exchange } from '../../engine/model.js';
import type { SavedTextPool } from '../log/text-pool.js';

/** An exchange as it is kept: as text, which takes less memory, or as somebody else holds it. */
export interface Kept {
  json: string | Exchange;
  /** Its place among all. */
  order: number;
  /** The piece that holds it as it is. */
  piece: number;
  pending: boolean;
  /**
   * Credentials that travelled with it and that it set, as last seen; empty where there are none.
   */
  links: string;
  revision: number;
}

/**
 * What stands beside the pieces, which hold the finished ones: the pending are in the assembler.
 */
export interface SavedExchanges {
  dropped: number;
  headers: SavedTextPool;
  /** Ids in pieces of what was let go. */
  gone: string[];
  /** Where the next one stands. */
  order: number;
  /** Where those stand that are in no piece yet. Absent in what an older version saved. */
  pending?: [id: string, order: number][];
  /** Requests that were let go before they were answered. Absent in what an older version saved. */
  unanswered?: string[];
}

/**
 * Finished ones in the order in which they are let go: the uneventful first, then those that
 * carried or set credentials, last those that are pinned; of each kind the oldest first.
 */
export function* leastFirst(
  all: ReadonlyMap<string, Kept>,
  isPinned: (id: string) => boolean,
): Generator<[id: string, kept: Kept]> {
  const kinds = [
    (id: string, { links }: Kept) => links === '' && !isPinned(id),
    (id: string) => !isPinned(id),
    () => true,
  ];
  for (const isOfKind of kinds)
    for (const [id, kept] of all) if (!kept.pending && isOfKind(id, kept)) yield [id, kept];
}

import {
  batchKeys,
  type Head,
  headKey,
  keysOf,
  type Numbered,
  pieceKey,
  sizeOf,
} from './log-head.js';
import type { StoreQueue } from './store-queue.js';
import { supersede, type TabLog } from './tab-log.js';

/** What takes the place of a log: a state, and pieces beside those that stay. */
export interface Checkpoint {
  state: string;
  /** Pieces that are new. */
  add: readonly string[];
  /** Numbers of pieces that are needed no more. */
  drop: readonly number[];
}

/** A checkpoint that may take the place of one that is refused. */
export interface Smallest {
  checkpoint: Checkpoint;
  /** It has. */
  taken(): void;
}

/** Where a checkpoint is to stand: it takes the place of the batches before `upTo`. */
export interface CheckpointPlace {
  tabId: number;
  tab: TabLog;
  upTo: number;
  /** Numbers of the pieces that are added, and of the state. */
  given: readonly number[];
  state: number;
}

type Store = Pick<StoreQueue, 'set' | 'remove'>;

/**
 * Writes a checkpoint and removes what it replaces; where there is no room for it, the smallest
 * one. Rejects where the browser refuses both.
 */
export async function putCheckpoint(
  store: Store,
  place: CheckpointPlace,
  checkpoint: Checkpoint,
  smallest: () => Smallest,
  list: () => Record<string, unknown>,
): Promise<void> {
  try {
    await put(store, place, checkpoint, list());
  } catch {
    // No room for both? The state is in memory as well, so make room first.
    await makeRoom(store, place);
    await put(store, place, checkpoint, list()).catch(async () => {
      const last = smallest();
      // What was observed since the first was made is in it as well.
      const upTo = supersede(place.tab);
      await put(store, { ...place, upTo }, last.checkpoint, list());
      last.taken();
    });
  }
}

async function put(
  store: Store,
  { tabId, tab, upTo, given, state: number }: CheckpointPlace,
  { state, add, drop }: Checkpoint,
  list: Record<string, unknown>,
): Promise<void> {
  const { head } = tab;
  const texts = add.map((text, at): [number, string] => [given[at] ?? -1, text]);
  const sized = texts.map(([piece, text]): Numbered => [piece, sizeOf(text)]);
  const next: Head = {
    ...head,
    first: upTo,
    atRisk: 0,
    state: [number, sizeOf(state)],
    pieces: [...head.pieces.filter(([piece]) => !drop.includes(piece)), ...sized],
  };
  const still = new Set(keysOf(tabId, next));
  next.old = keysOf(tabId, head).filter((key) => !still.has(key));
  await store.set({
    ...Object.fromEntries(texts.map(([piece, text]) => [pieceKey(tabId, piece), text])),
    [pieceKey(tabId, number)]: state,
    [headKey(tabId)]: next,
    ...list,
  });
  tab.isListed = true;
  await store.remove(next.old);
  const { first, pieces } = next;
  Object.assign(head, { first, pieces, state: next.state, old: [], atRisk: 0 });
}

/** Removes what a checkpoint is to replace, and the state before it. */
async function makeRoom(store: Store, { tabId, tab, upTo }: CheckpointPlace): Promise<void> {
  const { head } = tab;
  const batches = batchKeys(tabId, head.first, upTo);
  const state = head.state ? [pieceKey(tabId, head.state[0])] : [];
  await store.remove([...batches, ...state]);
  head.first = upTo;
}

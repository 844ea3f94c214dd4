import type { Outgoing } from './outgoing.js';
import type { StoreQueue } from './store-queue.js';
/** Who must know what became of it. */
interface Told {
  stored(tabId: number): void;
  refused(one: Outgoing): void;
}

/**
 * Writes what is to be written of all tabs, and this with it, in one step: a worker that ends has
 * written what it judged at once, or nothing of it. Where the browser refuses that, each may still
 * have its own room.
 */
export async function putTogether(
  store: Pick<StoreQueue, 'set'>,
  all: readonly Outgoing[],
  also: Record<string, unknown>,
  told: Told,
): Promise<void> {
  const items = Object.assign({}, also, ...all.map((one) => one.items)) as Record<string, unknown>;
  if (Object.keys(items).length === 0) return;
  try {
    await store.set(items);
    tellStored(all, told);
  } catch {
    await store.set(also).catch(() => undefined);
    for (const one of all) await putAlone(store, one, told);
  }
}

async function putAlone(store: Pick<StoreQueue, 'set'>, one: Outgoing, told: Told): Promise<void> {
  // Meanwhile a checkpoint was made that has it, or the tab closed: it would stand there for ever.
  if (one.tab.isGone || (one.isBatch && one.number < one.tab.upTo)) return;
  try {
    await store.set(one.items);
    tellStored([one], told);
  } catch {
    told.refused(one);
  }
}

function tellStored(all: readonly Outgoing[], told: Told): void {
  for (const { tabId, isBatch } of all) if (isBatch) told.stored(tabId);
}

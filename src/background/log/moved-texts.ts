import { type Head, keysOf } from './log-head.js';
import type { StoreQueue } from './store-queue.js';

/** Takes out of the store all that stands of a tab; gives it under the keys of its new id. */
export async function movedTexts(
  store: Pick<StoreQueue, 'get' | 'remove'>,
  from: number,
  to: number,
  head: Head,
): Promise<Record<string, unknown>> {
  const keys = keysOf(from, head);
  const found = Object.entries(await store.get(keys));
  await store.remove(keys);
  return Object.fromEntries(
    found.map(([key, value]) => [key.replace(`:${from}`, `:${to}`), value]),
  );
}

import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 250;
const LIMIT = 15_000;
/** So many readings in a row are the same: on a busy machine two are soon so in the midst of it. */
const SAME = 3;

/**
 * Reads something again and again until it has stopped changing, and returns it. Nothing announces
 * the end of what a page does, and that of the panel's work on it.
 */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  const end = Date.now() + LIMIT;
  let last = await read();
  for (let same = 1; same < SAME && Date.now() <= end;) {
    await pause(INTERVAL);
    const now = await read();
    same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 1;
    last = now;
  }
  return last;
}

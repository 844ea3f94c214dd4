import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 250;
const LIMIT = 15_000;

/**
 * Reads something again and again until it has stopped changing, and returns it. Nothing announces
 * the end of what a page does, and that of the panel's work on it.
 */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
  const end = Date.now() + LIMIT;
  let before = await read();
  for (;;) {
    await pause(INTERVAL);
    const now = await read();
    if (JSON.stringify(now) === JSON.stringify(before) || Date.now() > end) return now;
    before = now;
  }
}

import { LIMITS } from '../../engine/settings.js';
import type { StorageObserved } from '../../messaging/content-message.js';

/** Whole areas as they were told last, as hashes: pages tell them at every load. */
const told = new Map<string, number>();

/** Whether a tab's page tells of an area what it did not tell before. */
export function isNews(tabId: number, origin: string, message: StorageObserved): boolean {
  const key = `${tabId} ${origin} ${message.area}`;
  const before = told.get(key);
  told.delete(key);
  if (!message.whole) return true;
  const now = hashOf(JSON.stringify([message.set, message.dropped]));
  told.set(key, now);
  const [oldest] = told.keys();
  if (told.size > LIMITS.areasTold && oldest !== undefined) told.delete(oldest);
  return before !== now;
}

/** Takes what a tab's pages tell for news again, after its record was cleared. */
export function forgetTold(tabId: number): void {
  for (const key of told.keys()) if (key.startsWith(`${tabId} `)) told.delete(key);
}

/** 53 bits; only tells whether a text is the same as before. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

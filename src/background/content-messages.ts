import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine/normalize/site.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import type { ContentMessage, StorageObserved } from '../messaging/protocol.js';
import type { Background } from './background.js';
import { abridgedArea } from '../recording/abridge.js';
import { LIMITS } from '../engine/settings.js';

/** Whole areas as they were told last, as hashes: pages tell them at every load. */
const told = new Map<string, number>();

/** Records what a content script saw; answers whether it should go on watching. */
export function observeContent(
  message: ContentMessage,
  tabId: number,
  sender: Runtime.MessageSender,
  { recorder, viewers, paused }: Background,
): boolean {
  const at = Date.now();
  if (paused.has(tabId)) return false;
  if (message.type === 'login-form') {
    const { pageUrl, actionUrl, method, fields } = message.form;
    const form = { pageUrl: withoutPasswords(pageUrl), actionUrl: withoutPasswords(actionUrl) };
    recorder.observe(tabId, { kind: 'login-form', at, ...form, method, fields });
    return viewers.has(tabId);
  }
  const origin = originOf(sender.url ?? '');
  if (origin !== 'unknown:' && isNews(message, `${tabId} ${origin} ${message.area}`)) {
    const { type: _, ...observed } = message;
    const { items: set, left } = abridgedArea(observed.set, observed.area);
    const dropped = observed.dropped + left;
    recorder.observe(tabId, { kind: 'storage-observed', at, origin, ...observed, set, dropped });
  }
  return viewers.has(tabId);
}

/** Takes what a tab's pages tell for news again, after its record was cleared. */
export function forgetTold(tabId: number): void {
  for (const key of told.keys()) if (key.startsWith(`${tabId} `)) told.delete(key);
}

function isNews(message: StorageObserved, key: string): boolean {
  const before = told.get(key);
  told.delete(key);
  if (!message.whole) return true;
  const now = hash(JSON.stringify([message.set, message.dropped]));
  told.set(key, now);
  const [oldest] = told.keys();
  if (told.size > LIMITS.areasTold && oldest !== undefined) told.delete(oldest);
  return before !== now;
}

/** 53 bits; only tells whether a text is the same as before. */
function hash(text: string): number {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

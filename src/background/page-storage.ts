import browser from 'webextension-polyfill';
import type { ReadStorage } from '../messaging/protocol.js';

/** How long a report waits for the frames of a page: one that hangs must not hold it up. */
const WAIT = 300;

/** Asks all frames of a tab what they store; resolves when they have told it, or after the wait. */
export async function readPageStorage(tabId: number, watch: boolean): Promise<void> {
  const message: ReadStorage = { type: 'read-storage', watch };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, WAIT)));
  await Promise.race([askFrames(tabId, message), enough]);
  clearTimeout(timer);
}

async function askFrames(tabId: number, message: ReadStorage): Promise<void> {
  const frames = await browser.webNavigation.getAllFrames({ tabId }).catch(() => []);
  const asked = (frames ?? []).map(({ frameId }) =>
    // Frames without a content script (about:blank, the browser's own pages) do not answer.
    browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined),
  );
  await Promise.all(asked);
}

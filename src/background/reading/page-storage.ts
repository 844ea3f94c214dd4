import browser from 'webextension-polyfill';
import type { ReadStorage } from '../../messaging/protocol.js';

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
  await Promise.all((frames ?? []).map(({ frameId }) => askFrame(tabId, frameId, message)));
}

async function askFrame(tabId: number, frameId: number, message: ReadStorage): Promise<void> {
  const ask = () => browser.tabs.sendMessage(tabId, message, { frameId });
  try {
    await ask();
  } catch {
    // It was there before the extension, or is no page of a site: no script of ours runs in it.
    await insertScript(tabId, frameId)
      .then(ask)
      .catch(() => undefined);
  }
}

/** The script that the manifest names: the browser puts it into what is loaded from now on only. */
async function insertScript(tabId: number, frameId: number): Promise<void> {
  const { content_scripts: [script] = [] } = browser.runtime.getManifest();
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: script?.js ?? [] });
}

import browser from 'webextension-polyfill';

/** `src/capture/page.iife.ts`, as `scripts/page-scripts.ts` builds it. */
const FILES = ['page.js'];

/**
 * Puts the script that looks at pages into frames of a tab; where it is already it does nothing.
 */
export async function insertScript(tabId: number, frameIds: number[] | 'all'): Promise<void> {
  const target = frameIds === 'all' ? { tabId, allFrames: true } : { tabId, frameIds };
  // Before the page is loaded: what somebody submits is to be seen.
  const injection = { target, files: FILES, injectImmediately: true };
  // No script may run in the browser's own pages, and in those that are gone meanwhile.
  await browser.scripting.executeScript(injection).catch(() => undefined);
}

/** Looks at the pages of tabs that were there before this extension began. */
export async function lookAtOpenPages(tabIds: readonly number[]): Promise<void> {
  await Promise.all(tabIds.map((tabId) => insertScript(tabId, [0])));
}

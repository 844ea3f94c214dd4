import browser from 'webextension-polyfill';
import type { Policy } from './policy.js';

/**
 * Opens the page that explains what the extension does, behind the page in front: it comes to the
 * front by itself where a person has the browser (`welcome/welcome.tsx`).
 */
export async function openFirstRunPage({
  firstRunPage,
}: Pick<Policy, 'firstRunPage'>): Promise<void> {
  if (!firstRunPage) return;
  const url = browser.runtime.getURL('welcome/welcome.html?first');
  await browser.tabs.create({ url, active: false });
}

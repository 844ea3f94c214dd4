import browser from 'webextension-polyfill';
import type { Policy } from './policy.js';

/** Browsers read a policy when they know the schema of it, which comes with the extension. */
const POLICY_AFTER = 3_000;

/**
 * Opens the page that explains what the extension does, behind the page in front: it comes to the
 * front by itself where a person has the browser (`welcome/welcome.tsx`).
 */
async function openFirstRunPage(policy: Pick<Policy, 'firstRunPage'>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, POLICY_AFTER));
  if (!policy.firstRunPage) return;
  const url = browser.runtime.getURL('welcome/welcome.html?first');
  await browser.tabs.create({ url, active: false });
}

/** Explains the extension to whoever has just installed it. */
export function explainOnInstall(policy: Pick<Policy, 'firstRunPage'>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openFirstRunPage(policy);
  });
}

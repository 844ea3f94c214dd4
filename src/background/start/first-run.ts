import browser from 'webextension-polyfill';
import type { Policy } from '../choices/policy.js';
import type { SessionStorage } from '../log/store-queue.js';

const BEGUN = 'begun';

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

/** Calls `told` when this extension took the place of an earlier one, or of itself. */
export function onUpdate(told: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') told();
  });
}

/** True for the first worker since the extension was installed, updated, reloaded or enabled. */
export async function isFirstWorker(storage: SessionStorage): Promise<boolean> {
  const { [BEGUN]: begun } = await storage.get(BEGUN);
  if (begun === true) return false;
  await storage.set({ [BEGUN]: true });
  return true;
}

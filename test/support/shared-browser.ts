import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { testCertificate } from '../../accuracy/support/serve.js';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { launchExtension } from '../../browser/launch.js';

/** To start a browser, and DevTools in it for the first time, costs twice what most tests do. */
let shared: Promise<ExtensionBrowser> | undefined;

/** What a test's sites kept; not their service workers, of which the extension's is one. */
const KEPT_BY_SITES = 'cookies,local_storage,indexeddb,cache_storage';

/**
 * The browser that the test files of this process share: all hosts of `.test` lead to this machine,
 * and the certificate of tests is trusted. No tab of before is open, and nothing is kept of sites
 * and by the extension, whose worker has started afresh.
 */
export async function sharedBrowser(): Promise<ExtensionBrowser> {
  if (!(await shared)?.browser.connected) {
    shared = start();
    return shared;
  }
  const extension = (await shared)!;
  await asNew(extension);
  return extension;
}

async function start(): Promise<ExtensionBrowser> {
  const { spki } = await testCertificate();
  const extension = await launchExtension({
    dock: 'undocked',
    hostRules: 'MAP *.test 127.0.0.1',
    spki: [spki],
    profiles: inject('sharedProfiles'),
    handleSignals: false,
  });
  // No hook runs after a process's last file. At once: it would write into its profile to the end.
  process.once('SIGTERM', () => {
    extension.browser.process()?.kill('SIGKILL');
    process.exit();
  });
  await extension.worker();
  return extension;
}

async function asNew(extension: ExtensionBrowser): Promise<void> {
  const asking = await extension.askingPage();
  await closeOthers(extension, asking);
  const client = await asking.createCDPSession();
  await client.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: KEPT_BY_SITES });
  await client.detach();
  // One that nobody has asked for half a minute has ended by itself.
  await extension.ask({ type: 'listTabs' });
  await extension.killWorker();
  // The session first: the next worker is woken by this, and reads both.
  await asking.evaluate('chrome.storage.session.clear().then(() => chrome.storage.local.clear())');
  await extension.ask({ type: 'listTabs' });
  await extension.worker();
}

/** DevTools go with the page that they inspect. */
async function closeOthers(extension: ExtensionBrowser, asking: Page): Promise<void> {
  const pages = await extension.browser.pages();
  await Promise.all(
    pages
      .filter((page) => page !== asking && !page.url().startsWith('devtools://'))
      .map((page) => page.close()),
  );
}

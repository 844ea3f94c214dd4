import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';

/**
 * Lets the page's `authenticate` answer as a person does in the browser's own dialog. By the
 * protocol, as it is otherwise done, the challenge is answered before any extension hears of it.
 */
export async function answerByDialog({ browser }: ExtensionBrowser, page: Page): Promise<void> {
  const id = await browser.installExtension(join(import.meta.dirname, 'answers-challenges'));
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().includes(id),
  );
  page.authenticate = async (credentials) => {
    const worker = await target.worker();
    await worker?.evaluate(`answerWith(${JSON.stringify(credentials)})`);
  };
}

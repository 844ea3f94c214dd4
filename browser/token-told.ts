import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './extension-browser.js';

const WITHIN = 20_000;

/**
 * Resolves when DevTools has told the body that gave this page a token, of the answer at this path.
 * A browser forgets bodies when a page is left, which a robot does sooner than DevTools can ask.
 */
export async function tokenTold(
  extension: ExtensionBrowser,
  page: Page,
  path: string,
): Promise<void> {
  const tabId = await extension.tabIdOf(page);
  const deadline = Date.now() + WITHIN;
  while (Date.now() < deadline) {
    const { events } = await extension.ask<'getReport'>({ type: 'getReport', tabId });
    const told = events.some(
      ({ type, exchange, detail }) =>
        type === 'issued' && exchange?.url.endsWith(path) && detail['carrier'] === 'body',
    );
    if (told) return;
  }
  throw new Error(`DevTools did not tell the body of ${path}.`);
}

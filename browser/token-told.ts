import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './extension-browser.js';

const WITHIN = 20_000;

/**
 * Resolves when DevTools has told the body that gave this page its token. A browser forgets bodies
 * when a page is left, which a robot does sooner than DevTools can ask for them.
 */
export async function tokenTold(extension: ExtensionBrowser, page: Page): Promise<void> {
  const tabId = await extension.tabIdOf(page);
  const deadline = Date.now() + WITHIN;
  while (Date.now() < deadline) {
    const { events } = await extension.ask<'getReport'>({ type: 'getReport', tabId });
    if (
      events.some(({ type, exchange }) => type === 'issued' && exchange?.url.endsWith('/api/token'))
    )
      return;
  }
  throw new Error('DevTools did not tell the body of POST /api/token.');
}

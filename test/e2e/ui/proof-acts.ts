import type { Page } from 'puppeteer-core';
import type { useFixture } from './fixture-browser.js';

export const DOCKED = { width: 800, height: 400 };
export const LOGIN = '[data-question=authenticates]';
export const LOGOUT = '[data-question=survives-logout]';

/** Opens the first screen where proofs are offered. */
export const openedBy =
  (open: ReturnType<typeof useFixture>) =>
  async (query: Record<string, string> = {}, size = DOCKED): Promise<Page> => {
    const page = await open({ screen: 'overview', rows: 20, ...query }, size);
    await page.waitForSelector('.verdict');
    await page.evaluate(() => window.fixture.offerProofs());
    await page.waitForSelector('.prove .button');
    return page;
  };

export const said = (page: Page) => page.$eval('.prove [role=status]', (one) => one.textContent);

export const finish = (page: Page) => page.evaluate(() => window.fixture.finishProof());

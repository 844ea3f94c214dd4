import type { Page } from 'puppeteer-core';

/** Clicks something that is only seen while the mouse is over a menu. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (link) => (link as HTMLElement).click());
}

/** Like {@link press}, where it leads to another page. */
export async function pressThrough(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), press(page, selector)]);
}

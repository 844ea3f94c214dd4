import type { Frame, Page } from 'puppeteer-core';

/** What the elements hold that a selector finds, in order, shown or not. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map((one) => one.textContent ?? ''));
}

/** The same as it is shown. */
export function shownTexts(page: Page | Frame, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => found.map((one) => (one as HTMLElement).innerText));
}

/** What the first of them holds. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => found.textContent ?? '');
}

/** The same as it is shown. */
export function shownTextOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => (found as HTMLElement).innerText);
}

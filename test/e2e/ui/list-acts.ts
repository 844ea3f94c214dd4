import type { Page } from 'puppeteer-core';

export const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent ?? '');

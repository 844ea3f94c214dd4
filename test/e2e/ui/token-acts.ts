import type { Page } from 'puppeteer-core';

export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((each) => (each as HTMLElement).innerText.trim()));

/** A row of header or claims, as its lines read. */
export const claim = async (page: Page, name: string): Promise<string> => {
  const rows = await texts(page, '.jwt-members tr');
  return rows.find((row) => row.split(/\s/)[0] === name) ?? '';
};

import type { Page } from 'puppeteer-core';

/** Goes to a screen by its tab. */
export const show = async (page: Page, screen: string) => {
  await page.click(`#tab-${screen}`);
  await page.waitForSelector(`#screen-${screen}`);
};

/** Waits for the request whose detail is open, and returns its row. */
export const openedRequest = async (page: Page): Promise<string> => {
  await page.waitForSelector('#screen-requests .grid-row[aria-selected=true]');
  await page.waitForSelector('aside .detail-title');
  const title = await page.$eval('aside .detail-title', (one) => one.textContent);
  const shown = await page.$eval('.grid-row[aria-selected=true]', (row) => {
    const box = row.getBoundingClientRect();
    const grid = row.closest('.grid')?.getBoundingClientRect();
    if (!grid || box.top < grid.top || box.bottom > grid.bottom) throw new Error('out of view');
    return (row as HTMLElement).innerText;
  });
  return `${shown} ${title}`;
};

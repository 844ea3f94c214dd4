import type { Page } from 'puppeteer-core';

export const FLAG = '[role=toolbar] [aria-label="Mark this moment"]';
export const SECTION = '.before-and-after';

/** By keyboard alone. Without a name: the one that is suggested. */
export const mark = async (page: Page, name?: string): Promise<string> => {
  await page.focus(FLAG);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.mark-form:popover-open input:focus');
  if (name !== undefined) await page.keyboard.type(name);
  const named = await page.$eval('.mark-form input', (input) => input.value);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.mark-form:not(:popover-open)');
  return named;
};

export const selected = (page: Page) =>
  page.$$eval(`${SECTION} select`, (found) =>
    found.map((each) => each.selectedOptions[0]?.textContent?.replace(/ \(.*\)$/, '')),
  );

/** Until what lies between the last two is told: after the second, the first two were. */
export const threeMarks = async (page: Page) => {
  for (const name of ['A', 'B', 'C']) await mark(page, name);
  await page.waitForFunction(
    (section) => {
      const chosen = [...document.querySelectorAll<HTMLSelectElement>(`${section} select`)];
      const names = chosen.map((one) => one.selectedOptions[0]?.textContent?.[0]);
      return names.join('') === 'BC' && document.querySelector(`${section} .changes`) !== null;
    },
    {},
    SECTION,
  );
};

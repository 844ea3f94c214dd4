import type { Page } from 'puppeteer-core';
import { USER } from './site.js';
import type { Stack, Visit } from './stack.js';

/** Types name and password into the page's form and sends it; the next page is loaded then. */
export async function submitLogin(page: Page, userField = 'input[name=username]', user = USER.name): Promise<void> {
  await page.waitForSelector(userField);
  await page.type(userField, user);
  await page.type('input[type=password]', USER.password);
  await clickThrough(page, 'button[type=submit], input[type=submit]');
}

/** Clicks something that leads to another page. */
export async function clickThrough(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

export async function waitForText(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction((s, t) => document.querySelector(s)?.textContent?.includes(t), {}, selector, text);
}

/** The visit to a site with the pages of `site.ts`: refused, logged in, used, logged out, refused. */
export function formVisit(
  beforeLogin: (visit: Visit) => Promise<void> = async () => {},
  refresh?: (visit: Visit) => Promise<void>,
): Stack['visit'] {
  return async (visit) => {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/account`);
    await step('login');
    await page.goto(`${url}/login`);
    await beforeLogin(visit);
    await submitLogin(page);
    await step('use');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    await clickThrough(page, '#save button');
    await page.goto(`${url}/`);
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    if (refresh) {
      await step('refresh');
      await refresh(visit);
    }
    await step('logout');
    await clickThrough(page, '#logout button');
    await page.goto(`${url}/account`);
  };
}

/** The visit to the page of `spa.ts`: refused, logged in, used (with a reload), refreshed, logged out. */
export async function spaVisit({ page, url, step }: Visit): Promise<void> {
  const press = async (button: string, answer: string) => {
    await page.click(button);
    await waitForText(page, '#profile', answer);
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await press('#load', 'refused');
  await step('login');
  await page.type('input[name=username]', USER.name);
  await page.type('input[name=password]', USER.password);
  await press('#login button', 'logged in');
  await step('use');
  await press('#load', 'Ada');
  await page.reload();
  await press('#load', 'Ada');
  await step('refresh');
  await press('#refresh', 'refresh');
  await press('#load', 'Ada');
  await step('logout');
  await press('#out', 'logged out');
  await press('#load', 'refused');
}

import type { Page } from 'puppeteer-core';
import { USER } from './site.js';
import type { Stack, Visit } from './stack.js';

/** Types name and password into the page's form and sends it; the next page is loaded then. */
export async function submitLogin(
  page: Page,
  userField = 'input[name=username]',
  user = USER.name,
): Promise<void> {
  await page.waitForSelector(userField);
  await page.type(userField, user);
  await page.type('input[type=password]', USER.password);
  await clickThrough(page, 'button[type=submit], input[type=submit]');
}

/** Types into a field that may hold what was typed the last time. */
export async function retype(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(selector, (field) => ((field as HTMLInputElement).value = ''));
  await page.type(selector, text);
}

/** Clicks something that leads to another page. */
export async function clickThrough(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

export async function waitForText(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForFunction(
    (s, t) => document.querySelector(s)?.textContent?.includes(t),
    {},
    selector,
    text,
  );
}

/** What a visit does besides. */
export interface FormVisitMore {
  /** On the login page, the first time. */
  once?: (visit: Visit) => Promise<void>;
  /** Before each login's form is sent. */
  tick?: (visit: Visit) => Promise<void>;
  refresh?: (visit: Visit) => Promise<void>;
}

/**
 * The visit to a site with the pages of `site.ts`: refused, logged in, used, logged out, refused,
 * logged in again.
 */
export function formVisit({ once, tick, refresh }: FormVisitMore = {}): Stack['visit'] {
  return async (visit) => {
    const { page, url, step } = visit;
    const logIn = async () => {
      await tick?.(visit);
      await submitLogin(page);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/account`);
    await step('login');
    await page.goto(`${url}/login`);
    await once?.(visit);
    await logIn();
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
    await step('login-2');
    await page.goto(`${url}/login`);
    await logIn();
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
  };
}

/**
 * The visit to the page of `spa.ts`: refused, logged in, used (with a reload), refreshed, logged
 * out, logged in again.
 */
export async function spaVisit({ page, url, step }: Visit): Promise<void> {
  const press = async (button: string, answer: string) => {
    await page.click(button);
    await waitForText(page, '#profile', answer);
  };
  const logIn = async () => {
    await retype(page, 'input[name=username]', USER.name);
    await retype(page, 'input[name=password]', USER.password);
    await press('#login button', 'logged in');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await press('#load', 'refused');
  await step('login');
  await logIn();
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
  await step('login-2');
  await logIn();
  await press('#load', 'Ada');
}

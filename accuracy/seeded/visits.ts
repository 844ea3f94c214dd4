import type { Page } from 'puppeteer-core';
import { formVisit, retype, submitLogin, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';

/**
 * The visit to the pages of `site.ts` where the login does not hold: the browser keeps no session.
 */
export async function lostLoginVisit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/account`);
  await step('login');
  await page.goto(`${url}/login`);
  await submitLogin(page);
  await page.goto(`${url}/account`);
  await page.goto(`${url}/login`);
  await submitLogin(page);
}

export const NEVER_LOGGED_IN = 'The browser keeps no session here: nobody is logged in.';

/** The visit to the page of `spa.ts` where the logout ends nothing. */
export async function keptLoginVisit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await press(page, '#load', 'refused');
  await step('login');
  await logIn(page);
  await step('use');
  await press(page, '#load', 'Ada');
  await page.reload();
  await press(page, '#load', 'Ada');
  await step('refresh');
  await press(page, '#refresh', 'refresh');
  await press(page, '#load', 'Ada');
  await step('logout');
  await press(page, '#out', 'logged out');
  await press(page, '#load', 'Ada');
  await step('login-2');
  await logIn(page);
  await press(page, '#load', 'Ada');
}

async function logIn(page: Page): Promise<void> {
  await retype(page, 'input[name=username]', USER.name);
  await retype(page, 'input[name=password]', USER.password);
  await press(page, '#login button', 'logged in');
}

async function press(page: Page, button: string, answer: string): Promise<void> {
  await page.click(button);
  await waitForText(page, '#profile', answer);
}

/**
 * Sites that have nothing to do with the one that is visited; its server answers under every name.
 */
const ELSEWHERE = ['partner-one.test', 'partner-two.test', 'partner-three.test'];

/**
 * The visit to the pages of `site.ts`, with a look at other sites whose page `/widget` reads from
 * it.
 */
export const readElsewhereVisit = formVisit({ refresh: readElsewhere });

async function readElsewhere({ page, url }: Visit): Promise<void> {
  for (const host of ELSEWHERE) {
    await page.goto(`${url.replace(new URL(url).hostname, host)}/widget`);
    await page.waitForFunction("document.title === 'read'");
  }
  await page.goto(`${url}/account`);
}

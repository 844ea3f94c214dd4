import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../../support/drive.js';
import { freePort } from '../../support/serve.js';
import { USER } from '../../support/site.js';
import type { Running, Visit } from '../../support/stack.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import type { Scratch } from './scratch.js';

const PROGRAMS = join(import.meta.dirname, '..', 'programs');

/** Path of a file of `programs/`: a small site as a framework's own documentation writes it. */
export function programFile(name: string): string {
  return join(PROGRAMS, name);
}

/** Runs a program that listens on `PORT` and knows `USER_NAME` with `USER_PASSWORD`. */
export async function program(
  scratch: Scratch,
  host: string,
  command: string,
  args: readonly string[],
): Promise<Running> {
  const port = await freePort();
  scratch.serve(
    command,
    args.map((arg) => arg.replace('PORT', String(port))),
    { env: programEnv(port) },
  );
  await waitUntilUp(port);
  return { url: `http://${host}:${port}`, stop: () => scratch.stop() };
}

/** What a program is told by its surroundings. */
export function programEnv(port: number): Record<string, string> {
  return {
    PORT: String(port),
    USER_NAME: USER.name,
    USER_PASSWORD: USER.password,
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

/** Where a program has its pages, and how its login form is called. */
export interface ProgramPages {
  login: string;
  /** Only for who is logged in. */
  guarded: string;
  /** More such pages. */
  more: readonly string[];
  userField?: string;
  /** What is typed there. */
  user?: string;
  /** "Remember me" of the login form, by its field's name. */
  remember?: string;
}

/**
 * The visit to such a site: another theme chosen, a page refused, a wrong password, logged in,
 * used, a note written, logged out, logged in again. Its pages call what there is to click by ids.
 */
export function programVisit(pages: ProgramPages) {
  return async ({ page, url, step }: Visit): Promise<void> => {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, '#theme');
    await page.goto(`${url}${pages.guarded}`);
    await step('failed-login');
    await logIn(page, url, pages, 'wrong-password');
    await step('login');
    await logIn(page, url, pages);
    await page.waitForSelector('#logout');
    await step('use');
    for (const path of [pages.guarded, ...pages.more]) await page.goto(`${url}${path}`);
    await page.goto(`${url}${pages.guarded}`);
    await retype(page, '#note [type=text]', 'A note about the engine');
    await clickThrough(page, '#note [type=submit]');
    await page.goto(`${url}/`);
    await page.goto(`${url}${pages.guarded}`);
    await page.reload();
    await step('logout');
    await clickThrough(page, '#logout');
    await page.goto(`${url}${pages.guarded}`);
    await step('login-2');
    await logIn(page, url, pages);
    await page.waitForSelector('#logout');
    await page.goto(`${url}${pages.guarded}`);
  };
}

async function logIn(
  page: Page,
  url: string,
  { login, userField = 'username', user = USER.name, remember }: ProgramPages,
  password = USER.password,
): Promise<void> {
  await page.goto(`${url}${login}`);
  await retype(page, `#login [name="${userField}"]`, user);
  await page.type('#login [type=password]', password);
  if (remember) await page.click(`#login [name="${remember}"][type=checkbox]`);
  await clickThrough(page, '#login [type=submit]');
}

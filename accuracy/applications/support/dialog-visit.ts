import type { Page } from 'puppeteer-core';
import { USER } from '../../support/site.js';
import type { Visit } from '../../support/stack.js';

/**
 * The visit to a site behind the browser's password dialog: closed, filled in, then `use`; nobody
 * logs out.
 */
export function dialogVisit(use: (page: Page, url: string) => Promise<void>) {
  return async ({ page, url, step }: Visit): Promise<void> => {
    await step('anonymous');
    await page.goto(`${url}/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/`);
    await step('use');
    await use(page, url);
  };
}

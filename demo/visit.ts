import { DEMO_USER } from './demo-user.js';
import type { Demo } from './start.js';

/** What a visit asks of a page, whoever drives it. */
export interface DrivenPage {
  url(): string;
  goto(url: string): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  type(selector: string, text: string): Promise<unknown>;
  waitForSelector(selector: string): Promise<unknown>;
  $eval(selector: string, read: (element: Element) => string | null): Promise<string | null>;
}

/** What a visitor waits for before leaving a page: the answer at this path brought it a token. */
export type Stay = (path: string) => Promise<unknown>;

/** Goes the whole way through the insecure shop: home, login, account, orders. */
export async function visitInsecure(page: DrivenPage, demo: Demo, stay?: Stay): Promise<void> {
  await visit(page, demo, demo.insecureUrl, stay);
}

/** Goes the whole way through the sound shop: home, login, account, orders. */
export async function visitSound(page: DrivenPage, demo: Demo, stay?: Stay): Promise<void> {
  await visit(page, demo, demo.soundUrl, stay);
}

/** Logs out of the shop that the page shows. */
export async function logOut(page: DrivenPage, demo: Demo): Promise<void> {
  const shop = [demo.insecureUrl, demo.soundUrl].find((url) => page.url().startsWith(`${url}/`));
  if (!shop) throw new Error('The page shows neither of the shops.');
  await page.click('#log-out');
  await page.waitForSelector('body[data-page=home] #to-login');
}

async function visit(page: DrivenPage, demo: Demo, url: string, stay?: Stay): Promise<void> {
  await page.goto(`${url}/`);
  await page.click('#to-login');
  await page.waitForSelector('body[data-page=login]');
  // The sound shop's form alone holds a token.
  if (url === demo.soundUrl) await stay?.('/login');
  await page.type('input[name=username]', DEMO_USER.name);
  await page.type('input[name=password]', DEMO_USER.password);
  await page.click('form.login button[type=submit]');
  await callsDone(page, 'account');
  await stay?.('/api/token');
  await page.click('#to-orders');
  await callsDone(page, 'orders');
}

/** A page's script says on the body whether its calls went well. */
async function callsDone(page: DrivenPage, id: 'account' | 'orders'): Promise<void> {
  await page.waitForSelector(`body[data-page=${id}][data-ready]`);
  const failure = await page.$eval('#failure', (element) => element.textContent);
  if (failure) throw new Error(`The ${id} page failed: ${failure}`);
}

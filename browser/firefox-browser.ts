import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type {
  PageAnswer,
  PageRequest,
  PageRequestType,
  Refusal,
} from '../src/messaging/protocol.js';
import type { FirefoxInternals } from './firefox-internals.js';

const WITHIN = 60_000;
const STEP = 50;

/**
 * Asks again until there is an answer that counts; the policy of our pages forbids waiting in them.
 */
export async function untilTrue<T>(what: string, ask: () => Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + WITHIN;
  let failure = '';
  while (Date.now() < deadline) {
    const answer = await ask().catch((error: Error) => void (failure = error.message));
    if (answer) return answer;
    await pause(STEP);
  }
  throw new Error(`${what} did not come within ${WITHIN / 1000} s. ${failure}`);
}

/** A running Firefox with the extension in it. */
export class FirefoxBrowser {
  readonly browser: Browser;
  readonly internals: FirefoxInternals;
  readonly #base: string;
  readonly #removeFolder: () => Promise<void>;
  #asking: Promise<Page> | undefined;

  constructor(
    browser: Browser,
    base: string,
    internals: FirefoxInternals,
    removeFolder: () => Promise<void>,
  ) {
    this.browser = browser;
    this.#base = base;
    this.internals = internals;
    this.#removeFolder = removeFolder;
  }

  /** Address of one of the extension's own pages. */
  url(path: string): string {
    return `${this.#base}/${path}`;
  }

  /** Opens one of the extension's own pages: Firefox tells nobody when it has loaded. */
  async openOwn(path: string, shows = 'body'): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(this.url(path), { waitUntil: [] });
    await this.shows(page, shows);
    return page;
  }

  /** Opens a page, of a site or of the extension, in a private window of its own. */
  openPrivate(address: string): Promise<Page> {
    return this.#opened(address, `windows.create({ incognito: true, url: '${address}' })`);
  }

  /** Opens a page in the window of that tab. */
  openBeside(tabId: number, address: string): Promise<Page> {
    const windowId = `(await browser.tabs.get(${tabId})).windowId`;
    return this.#opened(address, `tabs.create({ windowId: ${windowId}, url: '${address}' })`);
  }

  /** Resolves when a page of the extension shows something. */
  async shows(page: Page, selector: string): Promise<void> {
    const isThere =
      "document.readyState === 'complete' && " +
      `!!document.querySelector(${JSON.stringify(selector)})`;
    await untilTrue(`${selector} at ${page.url()}`, () => page.evaluate(isThere));
  }

  /** Resolves when a page of the extension holds a text, and returns all of it. */
  textWith(page: Page, wanted: string): Promise<string> {
    return untilTrue(`“${wanted}”`, async () => {
      const text = (await page.evaluate('document.body.innerText')) as string;
      return text.includes(wanted) ? text : '';
    });
  }

  /** Opens the toolbar button's popup over the tab in front; returns its text, once it has one. */
  async openPopup(page: Page, wanted: string): Promise<string> {
    await page.bringToFront();
    const tabId = await this.tabIdOf(page);
    await this.inExtension(
      `browser.tabs.get(${tabId}).then(({ windowId }) => browser.action.openPopup({ windowId }))`,
    );
    return untilTrue(`“${wanted}” in the popup`, async () => {
      const text = (await this.inExtension(
        "browser.extension.getViews({ type: 'popup' }).map((view) => " +
          'view.document.body.innerText).join()',
      )) as string;
      return text.includes(wanted) ? text : '';
    });
  }

  /** Clicks in the open popup. */
  async clickInPopup(selector: string): Promise<void> {
    const button =
      "browser.extension.getViews({ type: 'popup' " +
      `})[0].document.querySelector(${JSON.stringify(selector)})`;
    await this.inExtension(`${button}.click()`);
  }

  /** Asks the background what a page of the extension may ask. */
  async ask<T extends PageRequestType>(
    message: PageRequest<T>,
    from?: Page,
  ): Promise<PageAnswer<T>> {
    const answer = await this.send<T>(message, from);
    if (answer && typeof answer === 'object' && 'refused' in answer)
      throw new Error(`${message.type} was refused: ${answer.refused}`);
    return answer;
  }

  /** The same, where a refusal is an answer. */
  async send<T extends PageRequestType>(
    message: PageRequest<T>,
    from?: Page,
  ): Promise<PageAnswer<T> & Partial<Refusal>> {
    const page = from ?? (await this.#askingPage());
    return (await page.evaluate(
      `browser.runtime.sendMessage(${JSON.stringify(message)})`,
    )) as PageAnswer<T> & Partial<Refusal>;
  }

  /** The browser's id of this page's tab, as the extension knows it. */
  async tabIdOf(page: Page): Promise<number> {
    const address = JSON.stringify(await page.evaluate('location.href'));
    return untilTrue(`a tab of ${address}`, async () => {
      const ids = (await this.inExtension(
        'browser.tabs.query({}).then((tabs) => tabs.filter((tab) => tab.url === ' +
          `${address}).map((tab) => tab.id))`,
      )) as number[];
      return ids.length === 1 ? ids[0] : undefined;
    });
  }

  /** Evaluates an expression in a page of the extension in which none of its code runs. */
  async inExtension(expression: string): Promise<unknown> {
    return (await this.#askingPage()).evaluate(expression);
  }

  /** Ends Firefox; its profile goes with it. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.#removeFolder();
  }

  async #opened(address: string, call: string): Promise<Page> {
    const before = new Set(await this.browser.pages());
    await this.inExtension(`(async () => void (await browser.${call}))()`);
    const isLoaded = `location.href === '${address}' && document.readyState === 'complete'`;
    return untilTrue(address, async () => {
      const added = (await this.browser.pages()).filter((page) => !before.has(page));
      for (const page of added) if (await page.evaluate(isLoaded)) return page;
      return undefined;
    });
  }

  #askingPage(): Promise<Page> {
    this.#asking ??= this.openOwn('manifest.json');
    return this.#asking;
  }
}

import type { Browser, Page, Target } from 'puppeteer-core';
import type {
  PageAnswer,
  PageRequest,
  PageRequestType,
  Refusal,
} from '../src/messaging/protocol.js';
import { BackgroundWorker } from './background-worker.js';
import { openPanel, type Panel } from './panel.js';

/**
 * Asked of a worker that may be so young that it has no globals yet. All listeners come in one go.
 */
const LISTENS = 'globalThis.chrome?.runtime?.onMessage?.hasListeners() === true';

/** A running browser with the extension in it. */
export class ExtensionBrowser {
  readonly browser: Browser;
  readonly id: string;
  readonly #removeProfile: () => Promise<void>;
  #asking: Promise<Page> | undefined;
  #worker: { target: Target; running: BackgroundWorker } | undefined;

  constructor(browser: Browser, id: string, removeProfile: () => Promise<void>) {
    this.browser = browser;
    this.id = id;
    this.#removeProfile = removeProfile;
  }

  /** Address of one of the extension's own pages. */
  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** The background worker, once its listeners are up. */
  async worker(): Promise<BackgroundWorker> {
    const target = await this.browser.waitForTarget((candidate) => this.#isWorker(candidate));
    if (this.#worker?.target !== target || this.#worker.running.client.detached) {
      const running = new BackgroundWorker(await target.createCDPSession());
      this.#worker = { target, running };
    }
    const { running } = this.#worker;
    while (!(await running.evaluate(LISTENS)));
    return running;
  }

  /**
   * Takes the debugger off the worker: one that is debugged is held at its next start, for a
   * debugger that is there already.
   */
  async leaveWorker(): Promise<void> {
    const client = this.#worker?.running.client;
    this.#worker = undefined;
    if (client && !client.detached) await client.detach();
  }

  /** Ends the background worker as the browser does at any moment; resolves when it has stopped. */
  async killWorker(): Promise<void> {
    await this.leaveWorker();
    const session = await (await this.askingPage()).createCDPSession();
    const stopped = new Promise<void>((resolve, reject) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        const version = versions.find(({ scriptURL }) => scriptURL.startsWith(this.url('')));
        if (version?.runningStatus === 'stopped') {
          // The next one, which may start at once, is to live.
          session.removeAllListeners();
          resolve();
        } else if (version?.runningStatus === 'running') {
          session.send('ServiceWorker.stopWorker', { versionId: version.versionId }).catch(reject);
        }
      });
    });
    await session.send('ServiceWorker.enable');
    await stopped;
    await session.detach();
  }

  /** Opens the toolbar button's popup over this page. */
  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    const tabId = await this.tabIdOf(page);
    const worker = await this.worker();
    // By window: the last one used may be that of DevTools, which has no toolbar.
    await worker.evaluate(
      `chrome.tabs.get(${tabId}).then(({ windowId }) => chrome.action.openPopup({ windowId }))`,
    );
    const address = this.url('popup/popup.html');
    const target = await this.browser.waitForTarget((candidate) => candidate.url() === address);
    return target.asPage();
  }

  /** Opens DevTools on this page, at the extension's panel. */
  openPanel(page: Page): Promise<Panel> {
    return openPanel(page, this.id);
  }

  /** Opens the full view of a tab. */
  async openFullView(tabId: number): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(this.url(`devtools/panel.html?tabId=${tabId}`));
    return page;
  }

  /** Asks the background what a page of the extension may ask. */
  async ask<T extends PageRequestType>(message: PageRequest<T>): Promise<PageAnswer<T>> {
    const page = await this.askingPage();
    const answer = (await page.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    )) as PageAnswer<T> | Refusal | undefined;
    if (answer && typeof answer === 'object' && 'refused' in answer) {
      throw new Error(`${message.type} was refused: ${answer.refused}`);
    }
    return answer as PageAnswer<T>;
  }

  /** The browser's id of this page's tab, as the extension knows it. */
  async tabIdOf(page: Page): Promise<number> {
    const asking = await this.askingPage();
    const ids = (await asking.evaluate(
      `chrome.tabs.query({}).then((tabs) =>
        tabs.filter((tab) => tab.url === ${JSON.stringify(page.url())}).map((tab) => tab.id))`,
    )) as number[];
    const [id] = ids;
    if (id === undefined || ids.length > 1) {
      throw new Error(`${ids.length} tabs show ${page.url()}; wanted exactly one.`);
    }
    return id;
  }

  /** A page of the extension in which none of its code runs. */
  askingPage(): Promise<Page> {
    this.#asking ??= (async () => {
      const page = await this.browser.newPage({ type: 'tab', background: true });
      await page.goto(this.url('manifest.json'));
      return page;
    })();
    return this.#asking;
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.#removeProfile();
  }

  #isWorker(target: Target): boolean {
    return target.type() === 'service_worker' && target.url().startsWith(this.url(''));
  }
}

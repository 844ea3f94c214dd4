import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../browser/launch.js';
import { makeProfile } from '../browser/profile.js';
import { cpuTicksOfTree } from './process-tree.js';

/** What is put off until the page is done counts as well. */
const AFTERWARDS = 1_000;

/** One browser of a run, with an extension or without, that visits pages and tells their CPU. */
export class MeasuredBrowser {
  readonly #browser: Browser;
  readonly #profile: string;
  /** Id of the extension; undefined without one. */
  readonly id: string | undefined;

  private constructor(browser: Browser, profile: string, id: string | undefined) {
    this.#browser = browser;
    this.#profile = profile;
    this.id = id;
  }

  static async launch(extension: string | undefined): Promise<MeasuredBrowser> {
    const profile = await makeProfile({ dock: 'undocked' });
    const browser = await launchBrowser(profile, { hostRules: 'MAP *.test 127.0.0.1' });
    const id = extension === undefined ? undefined : await browser.installExtension(extension);
    // Whatever an extension does once it is installed is over.
    await pause(4_000);
    return new MeasuredBrowser(browser, profile, id);
  }

  /** Asks the extension in one of its pages; what that page says of it is returned. */
  async ask(expression: string): Promise<unknown> {
    const page = await this.#browser.newPage();
    await page.goto(`chrome-extension://${this.id}/manifest.json`);
    const answer = await page.evaluate(expression);
    await page.close();
    return answer;
  }

  /**
   * CPU ticks of the whole browser for visits of a page, which says in its title that it is done.
   */
  async visit(
    url: string,
    times: number,
    prepare?: (page: Page) => Promise<void> | undefined,
  ): Promise<number> {
    const pid = this.#browser.process()?.pid;
    if (pid === undefined) throw new Error('the browser has no process');
    const page = await this.#browser.newPage();
    await prepare?.(page);
    const before = cpuTicksOfTree(pid);
    for (let visit = 0; visit < times; visit++) {
      await page.goto(url);
      await page.waitForFunction('document.title === "done"');
    }
    await pause(AFTERWARDS);
    const ticks = cpuTicksOfTree(pid) - before;
    await page.close();
    return ticks;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

import { createHash } from 'node:crypto';
import type { Frame, Page } from 'puppeteer-core';
import { waitForText } from '../../../accuracy/support/drive.js';
import { signInAtProvider } from '../../../accuracy/support/provider.js';
import { settled } from '../../../browser/settled.js';
import type { Report } from '../../../src/engine/report/report.js';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import type { ExtensionBrowser } from '../../support/extension.js';

/** What the client's page holds. */
export type Tokens = Partial<Record<'access_token' | 'refresh_token' | 'id_token', string>>;

/** The client's page in a tab of its own, with DevTools open at the panel. */
export class Visit {
  readonly page: Page;
  readonly panel: Frame;
  readonly #extension: ExtensionBrowser;

  private constructor(page: Page, panel: Frame, extension: ExtensionBrowser) {
    this.page = page;
    this.panel = panel;
    this.#extension = extension;
  }

  static async open(extension: ExtensionBrowser): Promise<Visit> {
    const page = await extension.browser.newPage();
    const { frame } = await extension.openPanel(page);
    return new Visit(page, frame, extension);
  }

  /** Goes to the client as somebody new: nobody is logged in, and nothing is recorded yet. */
  async begin(url: string): Promise<void> {
    const { browser } = this.#extension;
    await browser.deleteCookie(...(await browser.cookies()));
    await this.page.goto(url);
    await this.call('sessionStorage.clear()');
    await this.#extension.ask<'clear'>({ type: 'clear', tabId: await this.#tabId() });
  }

  /** Calls a function of `client.html`. */
  call(code: string): Promise<unknown> {
    return this.page.evaluate(code);
  }

  async leave(code: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.call(code)]);
  }

  /** From the client to the provider's login and consent, and back. */
  async signIn(asked: Record<string, string>): Promise<Tokens> {
    await this.leave(`signIn(${JSON.stringify(asked)})`);
    await signInAtProvider(this.page);
    await waitForText(this.page, '#status', 'signed in');
    return this.tokens();
  }

  /** Once more with the refresh token; what the page holds then. */
  async refresh(): Promise<Tokens> {
    const answer = await this.call('refresh()');
    if (answer !== 'ok') throw new Error(`The refresh was answered with ${String(answer)}.`);
    return this.tokens();
  }

  tokens(): Promise<Tokens> {
    return this.call(`kept('tokens')`) as Promise<Tokens>;
  }

  async report(): Promise<Report> {
    const tabId = await this.#tabId();
    return settled(() => this.#extension.ask<'getReport'>({ type: 'getReport', tabId }));
  }

  #tabId(): Promise<number> {
    return this.#extension.tabIdOf(this.page);
  }

  /** The steps that the panel's Flow lists, once there are that many. */
  async shownSteps(count: number): Promise<string[]> {
    await this.panel.click('#tab-flow');
    const steps = '.flows > li .flow-steps li';
    await this.panel.waitForFunction(
      (selector, wanted) => document.querySelectorAll(selector).length === wanted,
      {},
      steps,
      count,
    );
    return this.panel.$$eval(steps, (items) =>
      items.map((item) =>
        [...item.children].map(({ textContent }) => textContent.trim()).join(' '),
      ),
    );
  }

  /** Texts of the Flow's marks of that state. */
  shownMarks(state: 'good' | 'bad'): Promise<string[]> {
    return this.panel.$$eval(`.flows .flow-${state}`, (items) =>
      items.map((item) => item.textContent),
    );
  }
}

/** A flow's facts, and its steps in a line each. */
export function told(flow: ReportFlow | undefined): {
  facts: Partial<ReportFlow>;
  steps: string[];
} {
  // What its request should be is another matter.
  const { steps = [], remedy: _remedy, ...facts } = flow ?? {};
  return {
    facts,
    steps: steps.map(({ kind, detail: { mode, verifier, gave, error, count } }) => {
      return [kind, mode, verifier && 'verifier', gave, error, count && `× ${count}`]
        .filter(Boolean)
        .join(' ');
    }),
  };
}

/**
 * How many values the lineage has had whose present token this is, and how often it was refreshed.
 */
export function lineageOf(
  { credentials, events }: Report,
  token: string | undefined,
): { generations: number; refreshed: number } | undefined {
  const one = credentials.find(({ fingerprint }) => fingerprint === fingerprintOf(token));
  const refreshed = events.filter(
    ({ type, credentialId }) => type === 'refreshed' && credentialId === one?.id,
  );
  return one && { generations: one.generations, refreshed: refreshed.length };
}

export function fingerprintOf(token = ''): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 12);
}

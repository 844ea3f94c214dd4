import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findBrowser, needsNoSandbox } from '../../../scripts/ensure-browser.mjs';
import { type FixtureSite, openFixtureSite } from './fixture-site.js';

export type Query = Record<string, string | number>;

export interface OpenOptions {
  width?: number;
  height?: number;
}

/** A zone in which it is about noon: what happened some minutes ago happened today. */
function zoneAtNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/**
 * One browser and one built fixture page for all tests of a file. Returns how to open the page. A
 * test fails if the page complained: an exception, or something the content policy forbids.
 */
export function useFixture(): (query?: Query, options?: OpenOptions) => Promise<Page> {
  let site: FixtureSite;
  let browser: Browser;
  const complaints: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error('no browser');
    site = await openFixtureSite();
    browser = await puppeteer.launch({
      executablePath,
      headless: true,
      pipe: true,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--no-first-run',
        ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
      ],
    });
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.browserContext().close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return async (query = {}, { width = 1200, height = 700 } = {}) => {
    // A profile of its own: what is chosen in one test is not to be there in the next.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    pages.push(page);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // The browser asks for an icon by itself.
      const { url = '' } = message.location();
      if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
        complaints.push(message.text());
    });
    await page.setViewport({ width, height });
    await page.emulateTimezone(zoneAtNoon());
    await page.goto(site.url(query));
    await page.waitForSelector('.screen, .popup h1, .empty-state');
    return page;
  };
}

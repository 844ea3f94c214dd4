import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { findBrowser, needsNoSandbox } from '../../../scripts/ensure-browser.mjs';
import { addressOf, type Query } from './fixture-site.js';

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
 * One browser for all tests of a file. Returns how to open the fixture page. A test fails if the
 * page complained: an exception, or something the content policy forbids.
 */
export function useFixture(): (query?: Query, options?: OpenOptions) => Promise<Page> {
  const origin = inject('fixtureOrigin');
  let browser: Browser;
  const complaints: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error('no browser');
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
    await Promise.all(pages.splice(0).map((page) => page.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async (query = {}, { width = 1200, height = 700 } = {}) => {
    const page = await browser.newPage();
    pages.push(page);
    await forget(page, origin);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // The browser asks for an icon by itself.
      const { url = '' } = message.location();
      if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
        complaints.push(message.text());
    });
    await page.setViewport({ width, height });
    await page.emulateTimezone(zoneAtNoon());
    await page.goto(addressOf(origin, query));
    await page.waitForSelector('.screen, .popup h1, .empty-state');
    return page;
  };
}

/**
 * What was chosen in one test is not to be there in the next. A profile for each of them would
 * cost more than all else.
 */
async function forget(page: Page, origin: string): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await client.detach();
}

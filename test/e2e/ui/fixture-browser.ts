import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { addressOf, type Query } from './fixture-site.js';

export interface OpenOptions {
  width?: number;
  height?: number;
  /** The test changes the page for good, by a session of its own: none goes on with it. */
  alone?: boolean;
}

/** What a test that failed may have left pressed. */
const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta'] as const;

/** A zone in which it is about noon: what happened some minutes ago happened today. */
function zoneAtNoon(): string {
  const offset = 12 - new Date().getUTCHours();
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

/**
 * A context of its own for the tests of a file, in the browser that all files share. Returns how
 * to open the fixture page. A test fails if the page complained: an exception, or something the
 * content policy forbids.
 */
export function useFixture(): (query?: Query, options?: OpenOptions) => Promise<Page> {
  const origin = inject('fixtureOrigin');
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  const complaints: string[] = [];
  const open: { page: Page; alone: boolean }[] = [];
  /** A page of the test before: to go on with its process costs half of what a new one does. */
  let spare: Page | undefined;

  beforeAll(async () => {
    browser = await puppeteer.connect({ browserWSEndpoint: inject('fixtureBrowser') });
    context = await browser.createBrowserContext();
  });
  afterEach(async () => {
    const shown = open.splice(0).filter(({ page }) => !page.isClosed());
    const kept = shown.find(({ alone }) => !alone);
    await Promise.all(shown.filter((one) => one !== kept).map(({ page }) => page.close()));
    // Only now: behind another one, a page takes five seconds to hear of the mouse.
    spare = kept && (await asNew(kept.page));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await context?.close();
    await browser?.disconnect();
  });

  return async (query = {}, { width = 1200, height = 700, alone = false } = {}) => {
    const page = spare ?? watched(await context!.newPage(), complaints);
    spare = undefined;
    open.push({ page, alone });
    await forget(page, origin);
    await page.setViewport({ width, height });
    await page.emulateTimezone(zoneAtNoon());
    await page.goto(addressOf(origin, query));
    await page.waitForSelector('.screen, .popup h1, .empty-state');
    return page;
  };
}

function watched(page: Page, complaints: string[]): Page {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser asks for an icon by itself.
    const { url = '' } = message.location();
    if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
      complaints.push(message.text());
  });
  return page;
}

/** Nothing stays of a test but its page's process; what its sessions set goes with them. */
async function asNew(page: Page): Promise<Page> {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  for (const key of MODIFIERS) await page.keyboard.up(key);
  await page.emulateMediaFeatures();
  return page;
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

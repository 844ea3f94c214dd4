import puppeteer, { type Browser } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { openFixtureSite } from '../e2e/ui/fixture-site.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the built fixture page (`test/e2e/ui/fixture-site.ts`). */
    fixtureOrigin: string;
    /** WebSocket address of the browser, without the extension, that shows that page. */
    fixtureBrowser: string;
  }
}

/** Before the browser tests: builds the fixture page and starts its browser, once for all. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, browser] = await Promise.all([openFixtureSite(), startBrowser()]);
  project.provide('fixtureOrigin', site.origin);
  project.provide('fixtureBrowser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}

async function startBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('no browser');
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      // The page is one site, opened hundreds of times: a process for each time, one more in
      // reserve and one kept for the way back cost a quarter of all that these tests cost.
      '--process-per-site',
      '--disable-features=BackForwardCache,SpareRendererForSitePerProcess',
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
    ],
  });
}

import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';

/** A browser without the extension, for one page that is opened hundreds of times. */
export async function startScreenBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('no browser');
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      // A process for each time that the page is opened, one more in reserve and one kept for the
      // way back cost a quarter of all that these tests cost.
      '--process-per-site',
      '--disable-features=BackForwardCache,SpareRendererForSitePerProcess',
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
    ],
  });
}

import type { Browser } from 'puppeteer-core';
import { QUIET } from '../../browser/switches.js';
import { ensureBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { InputError } from '../input.js';

/** A browser to visit with, and how to leave it. */
export interface VisitingBrowser {
  browser: Browser;
  /** Ends one that was started here; one that runs elsewhere goes on. */
  leave(): Promise<void>;
}

/**
 * Joins the browser that runs elsewhere, or starts one of this machine in a profile of its own.
 * @throws InputError where there is none
 */
export async function openBrowser(endpoint: string | undefined): Promise<VisitingBrowser> {
  const { default: puppeteer } = await loadPuppeteer();
  if (endpoint !== undefined) {
    const browser = await orRefuse(`${endpoint}: no browser answers`, () =>
      puppeteer.connect(
        /^wss?:/.test(endpoint)
          ? { browserWSEndpoint: endpoint, defaultViewport: null }
          : { browserURL: endpoint, defaultViewport: null },
      ),
    );
    return { browser, leave: () => browser.disconnect() };
  }
  const executablePath = await orRefuse('no browser', ensureBrowser);
  const args = [
    ...QUIET,
    '--disable-gpu',
    ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
  ];
  const browser = await orRefuse(`${executablePath} did not start`, () =>
    puppeteer.launch({ executablePath, headless: true, pipe: true, args }),
  );
  return { browser, leave: () => browser.close() };
}

async function loadPuppeteer() {
  try {
    return await import('puppeteer-core');
  } catch {
    throw new InputError('inspect needs the package puppeteer-core: npm install puppeteer-core');
  }
}

async function orRefuse<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new InputError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

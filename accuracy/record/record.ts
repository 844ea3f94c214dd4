import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { testCertificate } from '../support/serve.js';
import type { Proof } from '../applications/support/application.js';
import { withhold } from '../applications/support/withhold.js';
import type { Stack, Step } from '../support/stack.js';
import { resolveTestHosts } from '../support/test-hosts.js';
import { toHar } from './har.js';
import { NetworkLog } from './network-log.js';
import { type Moment, OUT, stateFile, withheldFile } from './out.js';
import { readStorageState, type StorageState } from './storage-state.js';

/**
 * Runs one stack, visits it in a real browser, writes the HAR and the storage at each {@link Moment}.
 * Where there is a proof, also what the server says when something is withheld, before the logout.
 */
export async function record(stack: Stack & { proof?: Proof }): Promise<void> {
  resolveTestHosts();
  const running = await stack.start();
  const browser = await launch();
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => console.error(`${stack.name}: ${String(error)}`));
    // "Leave this page?": yes.
    page.on('dialog', (dialog) => void dialog.accept());
    const cdp = await page.createCDPSession();
    const log = new NetworkLog(cdp);
    await log.start();
    const states = new Map<Moment, StorageState>();
    const keep = async (moment: Moment) => states.set(moment, await quietState(page, cdp));
    const prove = async () => {
      const withheld = stack.proof && (await withhold(log, cdp, stack.proof));
      if (withheld) await writeJson(withheldFile(stack.name), withheld);
      else if (stack.proof) throw new Error(`no answered request fits ${stack.proof.url}`);
    };
    const step = async (name: Step) => {
      if (name === 'login') await keep('before-login');
      if (name === 'logout') {
        await keep('after-use');
        await prove();
      }
      if (name === 'login-2') await keep('after-logout');
      log.begin(name);
    };
    await stack.visit({ page, url: running.url, step });
    if (!log.steps.has('logout')) await prove();
    await keep(log.step === 'login-2' ? 'after-login-2' : 'after-logout');
    if ((log.step === 'login-2') === (stack.noSecondLogin !== undefined))
      throw new Error('Either log in a second time, or say why not.');
    await log.settled();
    await write(stack.name, toHar(log), states);
  } finally {
    await browser.close();
    await running.stop();
  }
}

async function quietState(page: Page, cdp: CDPSession): Promise<StorageState> {
  // Some pages never fall silent: they poll, or ask hosts that do not exist here.
  await page
    .waitForNetworkIdle({ idleTime: 250, concurrency: 1, timeout: 3_000 })
    .catch(() => undefined);
  return readStorageState(page, cdp);
}

async function launch() {
  const executablePath = await findBrowser();
  if (!executablePath)
    throw new Error('No Chrome, Chromium, Edge or Brave found: set CREDTRAIL_BROWSER to one.');
  const { spki } = await testCertificate();
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      `--ignore-certificate-errors-spki-list=${spki}`,
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
    ],
  });
}

async function write(name: string, har: unknown, states: Map<Moment, StorageState>): Promise<void> {
  for (const [moment, state] of states) await writeJson(stateFile(name, moment), state);
  await writeJson(join(OUT, `${name}.har`), har);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(OUT, { recursive: true });
  await writeFile(file, JSON.stringify(value, null, 1));
}

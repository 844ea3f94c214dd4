import type { CDPSession, Page } from 'puppeteer-core';
import type { Proof } from '../applications/support/application.js';
import { type Withheld, withhold } from '../applications/support/withhold.js';
import type { Stack, Step } from '../support/stack.js';
import { NetworkLog } from '../../browser/network-log.js';
import type { Moment } from './out.js';
import { readStorageState, type StorageState } from './storage-state.js';

/** A stack, with a proof where it is an application. */
export type DrivenStack = Stack & {
  proof?: Proof;
  /**
   * Pages of other sites may use the browser's cookies: as Chromium comes, but not as some systems
   * give it out.
   */
  thirdPartyCookies?: true;
};

/** What was seen of one visit. */
export interface Recording {
  log: NetworkLog;
  states: Map<Moment, StorageState>;
  withheld?: Withheld;
}

/**
 * Pays the visit in this page, and records the network, the storage at each moment, and the proof.
 */
export async function drive(stack: DrivenStack, page: Page, url: string): Promise<Recording> {
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => console.error(`${stack.name}: ${String(error)}`));
  // "Leave this page?": yes.
  page.on('dialog', (dialog) => void dialog.accept());
  const cdp = await page.createCDPSession();
  const log = new NetworkLog(cdp);
  await log.start();
  const recording: Recording = { log, states: new Map() };
  const keep = async (moment: Moment) => recording.states.set(moment, await quietState(page, cdp));
  const beforeLogout = async () => {
    await keep('after-use');
    if (stack.proof) recording.withheld = await prove(stack.proof, log, cdp);
  };
  const step = async (name: Step) => {
    if (name === 'login') await keep('before-login');
    if (name === 'logout') await beforeLogout();
    if (name === 'login-2') await keep('after-logout');
    log.begin(name);
  };
  await stack.visit({ page, url, step });
  if (!log.steps.has('logout')) await beforeLogout();
  await keep(log.step === 'login-2' ? 'after-login-2' : 'after-logout');
  if ((log.step === 'login-2') === (stack.noSecondLogin !== undefined))
    throw new Error('Either log in a second time, or say why not.');
  await log.settled();
  return recording;
}

async function prove(proof: Proof, log: NetworkLog, cdp: CDPSession): Promise<Withheld> {
  const withheld = await withhold(log, cdp, proof);
  if (!withheld) throw new Error(`no answered request fits ${proof.url}`);
  return withheld;
}

async function quietState(page: Page, cdp: CDPSession): Promise<StorageState> {
  // Some pages never fall silent: they poll, or ask hosts that do not exist here.
  await page
    .waitForNetworkIdle({ idleTime: 250, concurrency: 1, timeout: 3_000 })
    .catch(() => undefined);
  return readStorageState(page, cdp);
}

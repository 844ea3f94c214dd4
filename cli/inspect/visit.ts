import type { Browser, BrowserContext, Page, Target } from 'puppeteer-core';
import { type Har, toHar } from '../../browser/network-har.js';
import { NetworkLog } from '../../browser/network-log.js';
import type { Snapshot } from '../../src/engine/model.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { Recording } from '../../src/recording/recording.js';
import { fillBrowser } from './fill.js';
import { ContextJar } from './jar.js';
import type { LoginScript } from './login-script.js';
import { Observer } from './observe.js';
import { prove } from './prove.js';

/** How a page is visited. */
export interface Visit {
  url: string;
  login?: LoginScript | undefined;
  /** What the browser has before it. */
  state: readonly Snapshot[];
  /** Repeat requests of it with credentials withheld. */
  prove: boolean;
  /** Milliseconds that a page may take to load. */
  timeout: number;
}

/** What was recorded, and when the last of it was. */
export interface Visited {
  recording: Recording;
  last: number;
  /** The traffic as it was, with all that is secret in it. */
  har: Har;
}

/** A page is still where nothing was asked for in such a time; some never are. */
const STILL = 500;
const UNTIL_STILL = 5_000;

/** Visits an address in a browser context of its own, and records what happens. */
export async function visit(browser: Browser, wanted: Visit): Promise<Visited> {
  const context = await browser.createBrowserContext();
  try {
    return await visitIn(context, wanted);
  } finally {
    await context.close().catch(() => undefined);
  }
}

async function visitIn(
  context: BrowserContext,
  { url, login, state, prove: toProve, timeout }: Visit,
): Promise<Visited> {
  const page = await context.newPage();
  page.setDefaultTimeout(timeout);
  // "Leave this page?": yes. Whatever else it asks holds nothing up.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const cdp = await page.createCDPSession();
  const jar = await ContextJar.of(context);
  await fillBrowser(page, jar, state);
  const log = new NetworkLog(cdp);
  const observer = new Observer(page, jar);
  await log.follow(cdp);
  context.on('targetcreated', (target) => void followWindow(target, log).catch(() => undefined));
  await page.goto(url, { waitUntil: 'load', timeout });
  await untilStill(page);
  await observer.look();
  if (login) await takeSteps(page, context, login, observer);
  await observer.look();
  await log.settled();
  const visited = recordingOf(log, observer.snapshots);
  if (toProve) await prove(context, visited.recording);
  return visited;
}

/** The user's own steps: what they leave in between is looked at while they run. */
async function takeSteps(
  page: Page,
  context: BrowserContext,
  login: LoginScript,
  observer: Observer,
): Promise<void> {
  observer.watch();
  try {
    await login(page, context);
    await untilStill(page);
  } finally {
    observer.stop();
  }
}

/** A window that the page opens: what a login there does is part of the visit. */
async function followWindow(target: Target, log: NetworkLog): Promise<void> {
  const opened = target.opener() && (await target.page());
  if (opened) await log.follow(await opened.createCDPSession());
}

function untilStill(page: Page): Promise<void> {
  const options = { idleTime: STILL, concurrency: 1, timeout: UNTIL_STILL };
  return page.waitForNetworkIdle(options).catch(() => undefined);
}

/** What the network did goes the way of every HAR file, and of no other one. */
function recordingOf(log: NetworkLog, snapshots: readonly Snapshot[]): Visited {
  const har = toHar(log, 'credtrail');
  const { exchanges, diagnoses } = readHar(har);
  // This is no export that left something out: there was nothing.
  const told = diagnoses.filter(({ code }) => code !== 'no-credentials-in-source');
  const recording = Recording.fromExchanges(exchanges, { snapshots, diagnoses: told });
  const ends = exchanges.map(({ startedAt, endedAt }) => endedAt ?? startedAt);
  const last = Math.max(0, ...ends, ...snapshots.map(({ at }) => at));
  return { recording, last, har };
}

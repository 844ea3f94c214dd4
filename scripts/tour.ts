import type { Frame, Page } from 'puppeteer-core';
import type { Demo } from '../demo/start.js';
import { logOut, visitInsecure } from '../demo/visit.js';
import type { ExtensionBrowser } from '../browser/extension-browser.js';
import { launchExtension } from '../browser/launch.js';
import { settled } from '../browser/settled.js';
import { tokenTold } from '../browser/token-told.js';
import { shown } from '../browser/shown.js';

/** What stands on the screen when its picture is taken. */
interface Stop {
  name: string;
  screen: string;
  /** What is clicked there first. */
  clicks?: readonly string[];
  /** What must have come. */
  shows: string;
}

const ROW = '[role=tabpanel]:not([hidden]) .grid-row';

const STOPS: readonly Stop[] = [
  { name: 'flow', screen: 'flow', shows: '.picture' },
  { name: 'credential', screen: 'credentials', clicks: [ROW], shows: 'aside .detail-title' },
  { name: 'request', screen: 'requests', clicks: [ROW], shows: 'aside .detail-title' },
  { name: 'storage', screen: 'storage', clicks: [ROW], shows: 'aside .detail-title' },
  { name: 'findings', screen: 'findings', shows: '.finding-body, summary' },
  { name: 'compare', screen: 'compare', shows: 'table' },
];

/** What the pictures of a tour are for, and how large they are. */
export interface Look {
  prefix: string;
  width: number;
  height: number;
  scale: number;
  /** Names of those that are taken. */
  takes(name: string): boolean;
}

const DOCUMENTATION: Look = {
  prefix: 'tour',
  width: 1000,
  height: 640,
  scale: 1.5,
  takes: () => true,
};

/**
 * The pictures of the tour: every screen of the panel on the insecure shop, before and after a
 * logout.
 */
export async function takeTour(demo: Demo, folder: string, look = DOCUMENTATION): Promise<void> {
  const path = (name: string): `${string}.png` => `${folder}/${look.prefix}-${name}.png`;
  const extension = await launchExtension({
    theme: 'light',
    dock: 'undocked',
    hostRules: demo.hostRules,
    spki: [demo.certificateSpki],
    args: [`--force-device-scale-factor=${look.scale}`],
  });
  try {
    await extension.worker();
    const page = await extension.browser.newPage();
    const { frame, devtools } = await extension.openPanel(page);
    const { width, height } = look;
    await devtools.setViewport({ width, height, deviceScaleFactor: 0 });
    await visitInsecure(page, demo, (answer) => tokenTold(extension, page, answer));
    await shown(frame, '.worst ::-p-text(x-legacy-token)');
    for (const stop of STOPS.filter(({ name }) => look.takes(name)))
      await takeStop(frame, devtools, stop, path(stop.name));
    await logOut(page, demo);
    await show(frame, 'overview');
    await shown(frame, '.answers ::-p-text(logout)');
    // What can be proved of it comes a moment later.
    await shown(frame, '[data-question=survives-logout] .button');
    await take(frame, devtools, path('logout'));
    if (look.takes('welcome')) await takeWelcome(extension, path('welcome'));
  } finally {
    await extension.close();
  }
}

async function takeStop(
  frame: Frame,
  devtools: Page,
  stop: Stop,
  path: `${string}.png`,
): Promise<void> {
  await show(frame, stop.screen);
  for (const selector of stop.clicks ?? []) await (await frame.waitForSelector(selector))?.click();
  await frame.waitForSelector(stop.shows);
  await take(frame, devtools, path);
}

async function show(frame: Frame, screen: string): Promise<void> {
  await frame.click(`#tab-${screen}`);
  await frame.waitForSelector(`#screen-${screen}`);
}

async function take(frame: Frame, devtools: Page, path: `${string}.png`): Promise<void> {
  await settled(() => frame.evaluate(() => document.body.innerText));
  await devtools.screenshot({ path });
}

/** The page that explains session, token and cookie when the extension is new. */
async function takeWelcome(extension: ExtensionBrowser, path: `${string}.png`): Promise<void> {
  const page = await extension.browser.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  await page.goto(`chrome-extension://${extension.id}/welcome/welcome.html`);
  await page.waitForSelector('h1');
  await page.screenshot({ path });
}

import browser, { type WebNavigation } from 'webextension-polyfill';
import type { DatabaseBounds } from '../../capture/databases/tell.js';
import { isOfWeb } from '../../engine/address.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import {
  DATABASES,
  DATABASE_RECORDS,
  STORAGE_AREA,
  STORAGE_ITEMS,
  STORAGE_VALUE,
} from '../../engine/settings.js';
import type { ReadStorage } from '../../messaging/content-message.js';
import { askDatabases } from './databases.js';
import { insertScript } from '../../capture/page-script.js';

/** How long a report waits for the frames of a page: one that hangs must not hold it up. */
const WAIT = 300;
/** Of a page that nobody looks at, so many origins beside its own are asked what they store. */
const STRANGERS = 4;

const BOUNDS: DatabaseBounds = {
  databases: DATABASES,
  records: DATABASE_RECORDS,
  value: STORAGE_VALUE,
  area: STORAGE_AREA,
  items: STORAGE_ITEMS,
  levels: 80,
  values: 20_000,
  patience: 100,
  stores: 2_000,
  every: 5_000,
};

type Frame = WebNavigation.GetAllFramesCallbackDetailsItemType;

/** Asks a tab what it stores; resolves when its frames have told it, or after the wait. */
export async function readPageStorage(tabId: number, watch: boolean): Promise<void> {
  const message: ReadStorage = { type: 'read-storage', watch };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, WAIT)));
  const asked = byOrigin(tabId).then((origins) =>
    Promise.all(origins.map((frames) => askOrigin(tabId, frames, message))),
  );
  await Promise.race([asked, enough]);
  clearTimeout(timer);
}

/**
 * What frames of other origins store, for a page that nobody looks at: its own it tells by itself.
 */
export async function readStrangers(tabId: number): Promise<void> {
  const [, ...strangers] = await byOrigin(tabId);
  const message: ReadStorage = { type: 'read-storage', watch: false };
  await Promise.all(
    strangers.slice(0, STRANGERS).map((frames) => askOrigin(tabId, frames, message)),
  );
}

/** Frames of one origin share its storage, so one of them is enough: the uppermost that has any. */
async function askOrigin(tabId: number, frames: number[], message: ReadStorage): Promise<void> {
  for (const frameId of frames) {
    if (!(await askFrame(tabId, frameId, message))) continue;
    await askDatabases(tabId, frameId, 'tell', [BOUNDS], WAIT);
    return;
  }
}

/** Whether it has told. */
async function askFrame(tabId: number, frameId: number, message: ReadStorage): Promise<boolean> {
  const ask = (): Promise<unknown> => browser.tabs.sendMessage(tabId, message, { frameId });
  try {
    return (await ask()) === true;
  } catch {
    // No script of ours is there yet, or it is no page of a site.
    await insertScript(tabId, [frameId]);
    return ask().then(
      (isHere) => isHere === true,
      () => false,
    );
  }
}

/** The frames of a tab that show a site, by origin; that of the uppermost first. */
async function byOrigin(tabId: number): Promise<number[][]> {
  const frames: Frame[] =
    (await browser.webNavigation.getAllFrames({ tabId }).catch(() => [])) ?? [];
  const origins = new Map<string, number[]>();
  for (const { frameId, url } of frames.toSorted((a, b) => a.frameId - b.frameId)) {
    if (!isOfWeb(url)) continue;
    const origin = originOf(url);
    origins.set(origin, [...(origins.get(origin) ?? []), frameId]);
  }
  return [...origins.values()];
}

import browser from 'webextension-polyfill';
import { storesBeside } from '../../capture/page-entries.js';
import { originOf } from '../../engine/normalize/site.js';
import type { Frames } from '../../recording/storage-views.js';

/** How long a list waits for frames: one that hangs must not hold it up. */
const LIST_WAIT = 300;
/** How long a change waits for the frame that it is made in: a busy page makes it late, not undone. */
const CHANGE_WAIT = 10_000;

/** The frames of a tab that show an origin, the uppermost first. */
export async function framesOf(tabId: number, origin: string): Promise<number[]> {
  const frames = await allFrames(tabId);
  return frames.filter(({ url }) => originOf(url) === origin).map(({ frameId }) => frameId);
}

/** Runs a function that stands for itself in a frame; undefined where no script may run. */
export async function runIn<Args extends unknown[], Result>(
  tabId: number,
  frameId: number,
  func: (...args: Args) => Result,
  args: Args,
  wait = CHANGE_WAIT,
): Promise<Awaited<Result> | undefined> {
  const target = { tabId, frameIds: [frameId] };
  const injection = { target, func: func as (...given: unknown[]) => unknown, args };
  const run = browser.scripting.executeScript(injection);
  const [done] = await within(
    wait,
    run.catch(() => []),
    [],
  );
  return (done?.result ?? undefined) as Awaited<Result> | undefined;
}

/** What the frames of a tab are, and what their origins have beside web storage. */
export async function describeFrames(tabId: number): Promise<Frames> {
  const frames = await allFrames(tabId);
  const first = new Map<string, number>();
  for (const { url, frameId } of frames) {
    const origin = originOf(url);
    if (/^https?:/.test(url) && !first.has(origin)) first.set(origin, frameId);
  }
  const beside = await Promise.all(
    [...first].map(async ([origin, frameId]) => {
      const has = await runIn(tabId, frameId, storesBeside, [], LIST_WAIT);
      return { origin, caches: has?.caches ?? [], hasDatabases: has?.hasDatabases ?? false };
    }),
  );
  return {
    urls: frames.map(({ url }) => url),
    caches: new Map(beside.map(({ origin, caches }) => [origin, caches])),
    databases: beside.filter(({ hasDatabases }) => hasDatabases).map(({ origin }) => origin),
  };
}

async function allFrames(tabId: number) {
  const frames = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => [])) ?? [];
  return frames.toSorted((a, b) => a.frameId - b.frameId);
}

async function within<T>(wait: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), wait)));
  const done = await Promise.race([work, enough]);
  clearTimeout(timer);
  return done;
}

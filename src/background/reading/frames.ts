import browser from 'webextension-polyfill';
import { originOf } from '../../engine/normalize/addresses/site.js';

/**
 * How long a change waits for the frame that it is made in: a busy page makes it late, not undone.
 */
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

/** The frames of a tab, the uppermost first. */
export async function allFrames(tabId: number) {
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

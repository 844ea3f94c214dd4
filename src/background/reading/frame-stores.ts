import { storesBeside } from '../../capture/page-entries.js';
import { isOfWeb } from '../../engine/address.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import type { Frames } from '../../recording/shown/storage-views.js';
import { allFrames, runIn } from './frames.js';

/** How long a list waits for frames: one that hangs must not hold it up. */
const LIST_WAIT = 300;

type Beside = Awaited<ReturnType<typeof storesBeside>>;

const NOTHING: Beside = { caches: [], hasDatabases: false };

/**
 * What the frames of tabs have beside web storage; where one does not answer in time, what it said
 * last.
 */
export class FrameStores {
  readonly #last = new Map<number, ReadonlyMap<string, Beside>>();

  /** What the frames of a tab are, and what their origins have beside web storage. */
  async describe(tabId: number): Promise<Frames> {
    const frames = await allFrames(tabId);
    const first = new Map<string, number>();
    for (const { url, frameId } of frames) {
      const origin = originOf(url);
      if (isOfWeb(url) && !first.has(origin)) first.set(origin, frameId);
    }
    const before = this.#last.get(tabId);
    const beside = await Promise.all(
      [...first].map(async ([origin, frameId]): Promise<[string, Beside]> => {
        const has = await runIn(tabId, frameId, storesBeside, [], LIST_WAIT);
        return [origin, has ?? before?.get(origin) ?? NOTHING];
      }),
    );
    this.#last.set(tabId, new Map(beside));
    return {
      urls: frames.map(({ url }) => url),
      caches: new Map(beside.map(([origin, { caches }]) => [origin, caches])),
      databases: beside.flatMap(([origin, { hasDatabases }]) => (hasDatabases ? [origin] : [])),
    };
  }

  forget(tabId: number): void {
    this.#last.delete(tabId);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, Page } from 'puppeteer-core';
import databaseScript from 'virtual:database-script';
import type { DatabaseBounds } from '../../src/capture/databases/tell.js';
import type { Snapshot, StorageArea, StorageItem } from '../../src/engine/model.js';
import { siteOf } from '../../src/engine/normalize/addresses/site.js';
import {
  DATABASE_RECORDS,
  DATABASES,
  LIMITS,
  STORAGE_AREA,
  STORAGE_ITEMS,
  STORAGE_VALUE,
} from '../../src/engine/settings.js';

import type { ContextJar } from './jar.js';

/** How often is looked while somebody's steps run: what a logout takes away was there before. */
const EVERY = 500;

/** A frame whose script does not end is not waited for. */
const PATIENCE = 3_000;

/** Looks at what a page keeps in its browser: its cookie jar, and the storage of all its frames. */
export class Observer {
  readonly snapshots: Snapshot[] = [];
  readonly #page: Page;
  readonly #jar: ContextJar;
  /** What was seen last of each jar and area: the same is not told again. */
  readonly #told = new Map<string, string>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #looking: Promise<void> | undefined;

  constructor(page: Page, jar: ContextJar) {
    this.#page = page;
    this.#jar = jar;
  }

  /** Looks again and again, until it is stopped. */
  watch(): void {
    this.#timer = setInterval(() => void this.look(), EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Looks once; two looks at a time would tell things out of their order. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<void> {
    // A page that goes on while it is looked at has nothing to tell: the next look has.
    await this.#lookAtJar().catch(() => undefined);
    const seen = new Set<string>();
    for (const frame of await this.#frames()) {
      const told = await within(PATIENCE, storageOf(frame)).catch(() => undefined);
      if (!told || told.origin === 'null' || seen.has(told.origin)) continue;
      seen.add(told.origin);
      for (const { area, items, dropped } of told.areas)
        this.#tell(`${told.origin} ${area}`, items.length === 0, {
          kind: 'storage',
          at: Date.now(),
          origin: told.origin,
          area,
          items,
          dropped,
        });
    }
  }

  /** Of the page, and of the windows that it opened. */
  async #frames(): Promise<Frame[]> {
    const pages = await this.#page.browserContext().pages();
    return [this.#page, ...pages.filter((one) => one !== this.#page)].flatMap((one) =>
      one.frames(),
    );
  }

  async #lookAtJar(): Promise<void> {
    const cookies = await this.#jar.cookies();
    const kept = cookies.slice(0, LIMITS.jarCookies);
    const dropped = cookies.length - kept.length;
    this.#tell('jar', kept.length === 0, {
      kind: 'jar',
      at: Date.now(),
      site: siteOf(this.#page.url()),
      cookies: kept,
      ...(dropped > 0 ? { dropped } : { domains: 'all' as const }),
    });
  }

  /** Nothing is told of what was empty from the beginning. */
  #tell(what: string, isEmpty: boolean, snapshot: Snapshot): void {
    const text = JSON.stringify({ ...snapshot, at: 0 });
    const before = this.#told.get(what);
    if (before === text || (before === undefined && isEmpty)) return;
    this.#told.set(what, text);
    this.snapshots.push(snapshot);
  }
}

/** What work gives, or undefined where it takes longer. */
async function within<T>(millis: number, work: Promise<T>): Promise<T | undefined> {
  const ended = new AbortController();
  const late = pause(millis, undefined, { signal: ended.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}

interface Told {
  origin: string;
  areas: {
    area: StorageArea;
    items: StorageItem[];
    dropped: number;
  }[];
}

const BOUNDS: DatabaseBounds = {
  databases: DATABASES,
  records: DATABASE_RECORDS,
  value: STORAGE_VALUE,
  area: STORAGE_AREA,
  items: STORAGE_ITEMS,
  levels: 80,
  values: 20_000,
  patience: 500,
  stores: 500,
  every: 0,
};

/** As source: it runs in the frame, where nothing of this file is. */
async function storageOf(frame: Frame): Promise<Told> {
  return (await frame.evaluate(`(async () => {
    const read = (area) => {
      const items = [];
      try {
        let room = ${STORAGE_AREA};
        const storage = window[area];
        for (const key of Object.keys(storage)) {
          const whole = storage.getItem(key) ?? '';
          const value = whole.slice(0, ${STORAGE_VALUE});
          if (items.length >= ${STORAGE_ITEMS} || key.length + value.length > room) continue;
          room -= key.length + value.length;
          items.push({ key, value, length: whole.length });
        }
        return { area, items, dropped: storage.length - items.length };
      } catch {
        return { area, items: [], dropped: 0 };
      }
    };
    let databases = [];
    const tell = async ({ area, set: items, dropped }) => void (databases = [{ area, items, dropped }]);
    await ((globalThis) => {
      ${databaseScript}
      return globalThis.databaseWork.tell(${JSON.stringify(BOUNDS)});
    })({ browser: { runtime: { sendMessage: tell } } });
    return { origin, areas: [read('localStorage'), read('sessionStorage'), ...databases] };
  })()`)) as Told;
}

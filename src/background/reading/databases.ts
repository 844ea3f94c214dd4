import browser from 'webextension-polyfill';
import type { DatabaseWork } from '../../capture/databases.iife.js';
import { runIn } from './frames.js';

/** `src/capture/databases.iife.ts`, as `scripts/page-scripts.ts` builds it. */
const FILES = ['databases.js'];

type Asked<Name extends keyof DatabaseWork> = {
  args: Parameters<DatabaseWork[Name]>;
  answer: Awaited<ReturnType<DatabaseWork[Name]>>;
};

/**
 * Asks a frame about the databases of its origin, and brings there first what answers; undefined
 * where no script may run, or none has answered in time.
 */
export async function askDatabases<Name extends keyof DatabaseWork>(
  tabId: number,
  frameId: number,
  name: Name,
  args: Asked<Name>['args'],
  wait?: number,
): Promise<Asked<Name>['answer'] | undefined> {
  const ask = () => runIn(tabId, frameId, work, [name, args], wait);
  const first = await ask();
  if (first?.isHere !== false) return first?.answer as Asked<Name>['answer'] | undefined;
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: FILES }).catch(() => undefined);
  return (await ask())?.answer as Asked<Name>['answer'] | undefined;
}

/** Runs in the frame, and is brought there as source. */
async function work(name: keyof DatabaseWork, args: unknown[]) {
  const { databaseWork } = globalThis as { databaseWork?: DatabaseWork };
  if (!databaseWork) return { isHere: false, answer: null };
  const does = databaseWork[name] as (...given: unknown[]) => Promise<unknown>;
  return { isHere: true, answer: (await does(...args)) ?? null };
}

import browser, { type Tabs } from 'webextension-polyfill';
import { JOURNAL_KEYS } from '../log/early-journal.js';
import type { ManagedStorage } from '../choices/policy.js';
import { PrivateStore } from '../log/private-store.js';
import type { SessionStorage } from '../log/store-queue.js';

// What a worker that starts must know is asked for before anything else is evaluated: the browser
// answers while it is.

type Area = Pick<SessionStorage, 'get'>;

/** Hands out, once for each key, what was asked of an area for several keys together. */
export function askedEarly<T extends Area>(area: T, keys: readonly string[]): T {
  const together = area.get([...keys]);
  together.catch(() => undefined);
  const left = new Set(keys);
  const get: Area['get'] = async (wanted) => {
    const all = [wanted ?? []].flat();
    const isKnown = all.length > 0 && all.every((key) => left.has(key));
    if (!isKnown) return area.get(wanted);
    for (const key of all) left.delete(key);
    return takenFrom(await together, all);
  };
  return { ...area, get };
}

/** What stands there under these keys, which it does not keep: secrets stand in some. */
function takenFrom(found: Record<string, unknown>, keys: readonly string[]) {
  const known = keys.filter((key) => key in found).map((key) => [key, found[key]] as const);
  for (const [key] of known) delete found[key];
  return Object.fromEntries(known);
}

/**
 * What an organisation set: the browser is slowest to tell that, and may refuse where there is
 * nothing.
 */
export const managed: ManagedStorage = managedArea(browser.storage.managed);

// A private window's worker, where it has one of its own.
const own = browser.extension.inIncognitoContext ? new PrivateStore() : browser.storage.session;

export const session: SessionStorage = ofArea(
  own,
  ['tabs', 'paused', 'opened', 'inspected', 'begun'].concat(JOURNAL_KEYS),
);

export const local: SessionStorage = ofArea(browser.storage.local, ['settings', 'options']);

/** The tabs that are open. */
export const tabsAtStart: Promise<Tabs.Tab[]> = browser.tabs.query({});

/** Asked for at once; what is asked later is asked anew. */
function managedArea(area: ManagedStorage): ManagedStorage {
  let early: Promise<Record<string, unknown>> | undefined = area.get(null);
  early.catch(() => undefined);
  return {
    get(keys) {
      const asked = early ?? area.get(keys);
      early = undefined;
      return asked;
    },
  };
}

function ofArea(area: SessionStorage, keys: readonly string[]): SessionStorage {
  const plain: SessionStorage = {
    get: (wanted) => area.get(wanted),
    set: (items) => area.set(items),
    remove: (wanted) => area.remove(wanted),
  };
  return askedEarly(plain, keys);
}

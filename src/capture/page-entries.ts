// What the browser is asked to run in a frame, and brings there as source: each of these functions
// stands for itself and uses nothing from around it.

/** What an area had under some keys before; `full`: it has no room for the new values. */
export type Swapped = { was: (string | null)[] } | { failed: 'full' | 'refused' };

/** Puts values (null: none) under keys, or nothing at all, and tells what was there before. */
export function swapItems(
  area: 'localStorage' | 'sessionStorage',
  keys: string[],
  values: (string | null)[],
): Swapped {
  try {
    const storage = window[area];
    const was = keys.map((key) => storage.getItem(key));
    const put = (all: readonly (string | null)[]) =>
      keys.forEach((key, at) => {
        const value = all[at] ?? null;
        if (value === null) storage.removeItem(key);
        else storage.setItem(key, value);
      });
    try {
      put(values);
    } catch {
      put(was);
      return { failed: 'full' };
    }
    return { was };
  } catch {
    return { failed: 'refused' };
  }
}

/** What an area has under a key. */
export function readItem(area: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return window[area].getItem(key);
  } catch {
    return null;
  }
}

/** What the frame's origin has beside web storage, as far as it may have it. */
export async function storesBeside(): Promise<{ caches: string[]; hasDatabases: boolean }> {
  const asked = async <T>(ask: () => Promise<T[]>) => {
    try {
      return await ask();
    } catch {
      return [];
    }
  };
  const [names, databases] = await Promise.all([
    asked(() => caches.keys()),
    asked(() => indexedDB.databases()),
  ]);
  return { caches: names.slice(0, 200), hasDatabases: databases.length > 0 };
}

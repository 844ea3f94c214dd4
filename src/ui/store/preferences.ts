import { effect, type Signal, signal } from '@preact/signals';

/** Of the names under which they are kept. */
const PREFIX = 'credtrail.';

/**
 * How somebody likes the screens: a signal that outlives the view, in the extension's own
 * localStorage. What an older version left there and `isValid` refuses is as if it were not there.
 */
export function kept<T>(name: string, initial: T, isValid: (value: unknown) => boolean): Signal<T> {
  const key = PREFIX + name;
  const stored = read(key);
  const preference = signal(isValid(stored) ? (stored as T) : initial);
  let first = true;
  effect(() => {
    const { value } = preference;
    if (!first) write(key, value);
    first = false;
  });
  return preference;
}

/** The same, which follows what another page of the extension makes of it. */
export function keptByAll<T>(
  name: string,
  initial: T,
  isValid: (value: unknown) => boolean,
): Signal<T> {
  const preference = kept(name, initial, isValid);
  // Told to all pages but the one that wrote it.
  globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => {
    const stored = read(PREFIX + name);
    if (key === PREFIX + name && isValid(stored)) preference.value = stored as T;
  });
  return preference;
}

function read(key: string): unknown {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Where nothing may be stored, the preference lasts as long as the view. */
function write(key: string, value: unknown): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(value));
  } catch {}
}

import { computed, type ReadonlySignal } from '@preact/signals';

/**
 * A part of the report that stays the same object for as long as it says the same, so that what is
 * drawn from it is drawn again only when it changed: every refresh brings a new report.
 */
export function steady<T>(read: () => T): ReadonlySignal<T> {
  let kept: { value: T; json: string } | undefined;
  return computed(() => {
    const value = read();
    const json = JSON.stringify(value) ?? '';
    if (kept?.json !== json) kept = { value, json };
    return kept.value;
  });
}

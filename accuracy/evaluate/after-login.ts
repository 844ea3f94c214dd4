import type { Recorded } from '../record/read.js';

/**
 * What somebody sees who begins to record while a user is logged in already: the use alone, and the
 * storage after it. Nothing is left of a visit that has none.
 */
export function afterLogin({ entries, states }: Recorded): Recorded {
  const use = states['after-use'];
  return {
    entries: entries.filter(({ _step }) => _step === 'use'),
    states: use ? { 'after-use': use } : {},
  };
}

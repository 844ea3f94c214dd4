import { refresh } from '../background.js';
import type { Handlers } from './handler.js';

/** Marked moments and their comparison. */
export const marks: Handlers<'mark' | 'getMarks' | 'compareMarks'> = {
  async mark({ tabId, name }, background) {
    // What jar and storage hold at this very moment is what the mark is for.
    await refresh(background, tabId);
    background.recorder.observe(tabId, { kind: 'marked', at: Date.now(), name });
    return background.records.of(tabId).read(Date.now()).marks();
  },

  getMarks({ tabId }, { records }) {
    return records.of(tabId).read(Date.now()).marks();
  },

  compareMarks({ tabId, from, to }, { records }) {
    return records.of(tabId).read(Date.now()).compare(from, to) ?? null;
  },
};

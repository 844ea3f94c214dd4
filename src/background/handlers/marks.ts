import type { MarkView } from '../../messaging/protocol.js';
import { type Background, refresh } from '../background.js';
import type { Handlers } from './handler.js';

/** Marked moments and their comparison. */
export const marks: Handlers<'mark' | 'getMarks' | 'compareMarks'> = {
  async mark({ tabId, name }, background) {
    // What jar and storage hold at this very moment is what the mark is for.
    await refresh(background, tabId);
    background.recorder.observe(tabId, { kind: 'marked', at: Date.now(), name });
    return viewsOf(tabId, background);
  },

  getMarks({ tabId }, background) {
    return viewsOf(tabId, background);
  },

  compareMarks({ tabId, from, to }, { records }) {
    return records.of(tabId).read(Date.now()).analysis.compare(from, to) ?? null;
  },
};

function viewsOf(tabId: number, { records }: Background): MarkView[] {
  const { analysis } = records.of(tabId).read(Date.now());
  return analysis
    .marks()
    .map(({ id, name, at, there }) => ({ id, name, at, credentials: Object.keys(there).length }));
}

import { type Parts, refresh } from '../parts.js';
import type { MarkNotedRecord } from '../../../recording/record.js';
import type { MarkView } from '../../../recording/shown/view.js';
import type { Handlers } from './handler.js';

/** Marked moments and their comparison. */
export const marks: Handlers<
  'mark' | 'renameMark' | 'deleteMark' | 'getMarks' | 'compareMarks' | 'getNavigations'
> = {
  async mark({ tabId, name }, background) {
    // What jar and storage hold at this very moment is what the mark is for.
    await refresh(background, tabId);
    background.recorder.observe(tabId, { kind: 'marked', at: Date.now(), name });
    return marksOf(background, tabId);
  },

  renameMark({ tabId, id, name }, background) {
    return noted(background, tabId, { id, name });
  },

  deleteMark({ tabId, id, deleted }, background) {
    return noted(background, tabId, { id, deleted });
  },

  getNavigations({ tabId }, { records }) {
    return records.of(tabId).read().navigations();
  },

  getMarks({ tabId }, { records }) {
    return records.of(tabId).read(Date.now()).marks.views();
  },

  compareMarks({ tabId, from, to }, { records }) {
    return records.of(tabId).read(Date.now()).marks.compare(from, to) ?? null;
  },
};

type Note = Omit<MarkNotedRecord, 'kind' | 'at'>;

function noted(background: Parts, tabId: number, note: Note): Promise<MarkView[]> {
  background.recorder.observe(tabId, { kind: 'mark-noted', at: Date.now(), ...note });
  return marksOf(background, tabId);
}

/** What a person did is told as done once it outlives the worker. */
async function marksOf({ records, log }: Parts, tabId: number): Promise<MarkView[]> {
  await log.flush();
  return records.of(tabId).read(Date.now()).marks.views();
}

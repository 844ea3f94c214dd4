import { forgetTexts } from '../../engine/memo.js';
import type { OpenTabs } from '../tabs/open-tabs.js';

/** Work for a tab that leaves none of its texts in memory, should the tab close meanwhile. */
export type LeavingNothing = <T>(tabId: number, work: Promise<T>) => Promise<T>;

/** `open` tells which tabs have closed. */
export function leavingNothing(open: Pick<OpenTabs, 'isClosed'>): LeavingNothing {
  return async (tabId, work) => {
    try {
      return await work;
    } finally {
      if (open.isClosed(tabId)) forgetTexts();
    }
  };
}

import browser from 'webextension-polyfill';
import { refresh, type Background } from '../background.js';
import { forgetTold } from '../told-areas.js';
import { statusOf } from './overview.js';
import type { Handlers } from './handler.js';

/** What a person, or DevTools, does to the record. */
export const recording: Handlers<
  'setRecording' | 'clear' | 'undoClear' | 'deleteAll' | 'reload' | 'addDevtoolsEntries'
> = {
  async setRecording({ tabId, recording: wanted }, background) {
    const { paused, recorder } = background;
    const resumed = wanted && paused.has(tabId);
    await paused.set(tabId, !wanted);
    if (resumed) recorder.observe(tabId, { kind: 'begun', at: Date.now() });
    background.listen();
    return statusOf(tabId, background);
  },

  async clear({ tabId }, background) {
    await background.records.clear(tabId, { kind: 'begun', at: Date.now() });
    forgetTold(tabId);
    await refresh(background, tabId);
    changed(tabId, background);
    return statusOf(tabId, background);
  },

  async undoClear({ tabId }, background) {
    await background.records.undoClear(tabId);
    changed(tabId, background);
    return statusOf(tabId, background);
  },

  deleteAll(_, background) {
    const { records } = background;
    const tabs = records.ids().map((tabId) => ({
      tabId,
      requests: records.of(tabId).read().exchanges.count,
    }));
    for (const { tabId } of tabs) {
      records.startAgain(tabId, { kind: 'begun', at: Date.now() });
      forgetTold(tabId);
      changed(tabId, background);
    }
    return { tabs: tabs.length, requests: tabs.reduce((sum, tab) => sum + tab.requests, 0) };
  },

  async reload({ tabId }) {
    await browser.tabs.reload(tabId);
    return null;
  },

  addDevtoolsEntries({ tabId, entries: told }, { records, recorder, scope }) {
    const recorded = scope.ofDevtools(tabId, told);
    if (recorded.length === 0) return null;
    const entries = records.of(tabId).read().withoutPasswords(recorded);
    recorder.observe(tabId, { kind: 'devtools', at: Date.now(), entries });
    return null;
  },
};

function changed(tabId: number, { viewers, badge }: Background): void {
  viewers.changed(tabId);
  badge.changed(tabId);
}

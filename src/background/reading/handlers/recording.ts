import browser from 'webextension-polyfill';
import { refresh } from '../parts.js';
import type { Handlers } from './handler.js';

/** What a person, or DevTools, does to the record. */
export const recording: Handlers<
  'clear' | 'undoClear' | 'deleteAll' | 'reload' | 'addDevtoolsEntries'
> = {
  async clear({ tabId }, background) {
    await background.records.clear(tabId, { kind: 'begun', at: Date.now() });
    background.forgetTold(tabId);
    await background.records.open(tabId);
    await refresh(background, tabId);
    background.changed(tabId);
    return background.status(tabId);
  },

  async undoClear({ tabId }, background) {
    await background.records.undoClear(tabId);
    background.changed(tabId);
    return background.status(tabId);
  },

  deleteAll(_, background) {
    const { log } = background;
    const tabs = log.ids().map((tabId) => ({ tabId, ...log.told(tabId) }));
    for (const { tabId } of tabs) {
      log.startAgain(tabId, { kind: 'begun', at: Date.now() });
      background.forgetTold(tabId);
      background.changed(tabId);
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

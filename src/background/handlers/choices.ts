import type { Handlers } from './handler.js';

/** What the user chose of how to judge: every open view and badge follows. */
export const choices: Handlers<'getSettings' | 'setSettings'> = {
  getSettings: (_, background) => background.choices.now,

  async setSettings({ settings }, { choices: chosen, records, viewers, badge }) {
    await chosen.set(settings);
    for (const tabId of records.ids()) {
      viewers.changed(tabId);
      badge.changed(tabId);
    }
    return chosen.now;
  },
};

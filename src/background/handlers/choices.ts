import type { Background } from '../background.js';
import type { Handlers } from './handler.js';

/** What the user chose: every open view and badge follows. */
export const choices: Handlers<'getSettings' | 'setSettings' | 'getOptions' | 'setOptions'> = {
  getSettings: (_, background) => background.choices.now,

  async setSettings({ settings }, background) {
    await background.choices.set(settings);
    tellAll(background);
    return background.choices.now;
  },

  getOptions: (_, background) => background.options.chosen,

  async setOptions({ options }, background) {
    await background.options.set(options);
    background.listen();
    tellAll(background);
    return background.options.chosen;
  },
};

/** What was chosen is another thing for all who look. */
export function tellAll({ open, viewers, badge }: Background): void {
  for (const tabId of open.ids()) {
    viewers.changed(tabId);
    badge.changed(tabId);
  }
}

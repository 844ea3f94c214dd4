import { refresh } from '../background.js';
import type { Handlers } from './handler.js';

/** What the site keeps in the browser, masked; and one value in full for who asks. */
export const storage: Handlers<'getStorage' | 'reveal'> = {
  async getStorage({ tabId }, background) {
    await refresh(background, tabId);
    return background.records.of(tabId).read().storage();
  },

  reveal({ tabId, what }, { records }) {
    const value = records.of(tabId).read().reveal(what);
    return value === undefined ? null : { value };
  },
};

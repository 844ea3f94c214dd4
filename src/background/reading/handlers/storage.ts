import { withFrames } from '../../../recording/shown/storage-views.js';
import { refresh } from '../parts.js';
import { wholeValue } from './entries.js';
import type { Handlers } from './handler.js';

/** What the site keeps in the browser, masked; and one value in full for who asks. */
export const storage: Handlers<'getStorage' | 'reveal'> = {
  async getStorage({ tabId }, background) {
    const [frames] = await Promise.all([
      background.frames.describe(tabId),
      refresh(background, tabId),
    ]);
    const { areas } = background.records.of(tabId).read().storage.view();
    return { areas: withFrames(areas, frames) };
  },

  async reveal({ tabId, what }, background) {
    const value =
      'credentialId' in what
        ? background.records.of(tabId).read().storage.reveal(what)
        : await wholeValue(tabId, what, background);
    return value === undefined ? null : { value };
  },
};

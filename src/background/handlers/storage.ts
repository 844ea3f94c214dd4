import { itemId } from '../../recording/storage-areas.js';
import { maskName, preview } from '../../engine/values/redact.js';
import type { StorageAreaView } from '../../messaging/protocol.js';
import { refresh } from '../background.js';
import type { TabState } from '../../recording/tab-state.js';
import type { Handlers } from './handler.js';

/** What the site keeps in the browser, masked; and one value in full for who asks. */
export const storage: Handlers<'getStorage' | 'reveal'> = {
  async getStorage({ tabId }, background) {
    await refresh(background, tabId);
    const state = background.records.of(tabId).read();
    return { areas: [...cookieAreas(state), ...webAreas(state)] };
  },

  reveal({ tabId, what }, { records }) {
    const { analysis, areas } = records.of(tabId).read();
    const value =
      'credentialId' in what
        ? analysis.reveal(what.credentialId)
        : areas.value(what.origin, what.area, what.itemId);
    return value === undefined ? null : { value };
  },
};

function webAreas({ areas, analysis }: TabState): StorageAreaView[] {
  return areas.all().map(({ origin, area, items, dropped }) => ({
    owner: origin,
    area,
    items: items.map(({ key, value, length }) => ({
      id: itemId(key),
      key: maskName(key),
      preview: preview(value),
      length,
      credentialIds: analysis.credentialsIn(value),
    })),
    dropped,
  }));
}

function cookieAreas({ jar, analysis }: TabState): StorageAreaView[] {
  const byDomain = new Map<string, StorageAreaView>();
  for (const { name, value, domain } of jar?.cookies ?? []) {
    const view = byDomain.get(domain) ?? { owner: domain, area: 'cookies', items: [], dropped: 0 };
    byDomain.set(domain, view);
    const credentialIds = analysis.credentialsIn(value);
    view.items.push({
      id: itemId(name),
      key: maskName(name),
      preview: preview(value),
      length: value.length,
      credentialIds,
    });
  }
  return [...byDomain.values()];
}

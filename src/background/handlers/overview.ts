import browser from 'webextension-polyfill';
import type { TabStatus } from '../../messaging/protocol.js';
import { shownAddress } from '../../recording/address.js';
import { alarmOf, refresh, reportOf, siteInFront, type Background } from '../background.js';
import type { Handlers } from './handler.js';

/** The report and what stands around it. */
export const overview: Handlers<'getReport' | 'listTabs' | 'getStatus'> = {
  async getReport({ tabId }, background) {
    await refresh(background, tabId);
    return reportOf(background, tabId);
  },

  listTabs(_, background) {
    const { records, open } = background;
    return records.ids().map((tabId) => {
      const recording = records.of(tabId).read();
      const { critical, high } = alarmOf(background, tabId);
      return {
        tabId,
        url: shownAddress(open.url(tabId) || recording.url),
        requests: recording.exchanges.count,
        findings: critical + high,
      };
    });
  },

  getStatus: ({ tabId }, background) => statusOf(tabId, background),
};

/** What a toolbar shows of a tab. */
export async function statusOf(tabId: number, background: Background): Promise<TabStatus> {
  const { records, open, paused, choices, scope } = background;
  const record = records.of(tabId);
  const { url, exchanges, revision, loaded, renewed, uneventful } = record.read(Date.now());
  const shown = open.url(tabId) || url;
  return {
    url: shownAddress(shown),
    site: siteInFront(background, tabId) ?? null,
    revision: revision + choices.revision,
    recording: !paused.has(tabId),
    requests: exchanges.count,
    uneventful,
    dropped: record.dropped(),
    hostAccess: await hasAccess(shown),
    scope: scope.of(tabId, shown),
    loaded,
    ...(renewed && { renewed }),
  };
}

/** Users can take a site's access away at any moment; the browser's own pages have none. */
async function hasAccess(url: string): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  return browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] });
}

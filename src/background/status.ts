import browser from 'webextension-polyfill';
import { addressOf, isOfWeb } from '../engine/address.js';
import { shownAddress } from '../recording/shown/address.js';
import type { TabStatus, TabSummary } from '../messaging/tab-status.js';
import type { Background } from './background.js';
import type { ReadingPart } from './start/reading-part.js';

/** Tabs of which something is recorded, from what is kept of each: nothing is read for it. */
export function summaries({ log, open, scope }: Background): TabSummary[] {
  return log.ids().map((tabId) => {
    const { url, requests, critical, high } = log.told(tabId);
    const findings = scope.of(tabId) === 'recorded' ? critical + high : 0;
    const incognito = open.isPrivate(tabId);
    return { tabId, url: shownAddress(open.url(tabId) || url), requests, findings, incognito };
  });
}

/** What a toolbar shows of a tab. */
export async function statusOf(
  tabId: number,
  { log, open, paused, choices, scope }: Background,
  reading: ReadingPart,
): Promise<TabStatus> {
  const told = reading.loaded?.told(tabId) ?? log.told(tabId);
  const { requests, uneventful, dropped, loaded, renewed } = told;
  const shown = open.url(tabId) || told.url;
  const [site, hostAccess] = await Promise.all([
    siteOf(tabId, shown, told.site, reading),
    hasAccess(shown),
  ]);
  return {
    url: shownAddress(shown),
    site,
    revision: told.revision + choices.revision,
    recording: !paused.has(tabId),
    requests,
    uneventful,
    dropped,
    hostAccess,
    scope: scope.of(tabId, shown),
    loaded,
    ...(renewed && { renewed }),
  };
}

/**
 * The site of an address: the one that is known where it fits, since to tell it takes a long list.
 */
async function siteOf(
  tabId: number,
  url: string,
  known: string | null,
  reading: ReadingPart,
): Promise<string | null> {
  const address = addressOf(url);
  if (!address || !isOfWeb(url)) return null;
  const { protocol, hostname } = address;
  const [scheme, domain = ''] = (known ?? '').split('//');
  const fits = scheme === protocol && `.${hostname}`.endsWith(`.${domain}`) && domain !== '';
  return fits ? known : (await reading.get()).siteOf(tabId, url);
}

/** Users can take a site's access away at any moment; the browser's own pages have none. */
async function hasAccess(url: string): Promise<boolean> {
  const address = addressOf(url);
  if (!address || !isOfWeb(url)) return false;
  return browser.permissions.contains({ origins: [`${address.origin}/*`] });
}

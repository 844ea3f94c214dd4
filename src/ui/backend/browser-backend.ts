import browser from 'webextension-polyfill';
import type {
  PageAnswer,
  PageRequests,
  PageRequestType,
  Refusal,
} from '../../messaging/protocol.js';
import { viewerPort } from '../../messaging/ports.js';
import type { Backend } from './backend.js';
import { onOrphaned, unlessOrphaned } from './orphaned.js';
import { type Place, placeAddress } from '../navigation/place.js';
import { keepConnected } from './reconnecting-port.js';
import { within } from './within.js';

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** Longer than any answer takes: a background that says nothing by then will never. */
const PATIENCE = 30_000;

/** False for a page whose extension was updated or removed under it. */
const isThere = (): boolean => Boolean(browser.runtime.id);

const fullViewUrl = (tabId: number, place?: Place): string => {
  const page = browser.runtime.getURL(`devtools/panel.html?tabId=${tabId}`);
  return place ? `${page}#${placeAddress(place)}` : page;
};

/** The extension's own background, over runtime messages and a port. */
export const browserBackend: Backend = {
  // Panels inside DevTools have no `extension` in Firefox, and list no tabs.
  isPrivate:
    (browser.extension as typeof browser.extension | undefined)?.inIncognitoContext ?? false,

  async ask<T extends PageRequestType>(type: T, ask: PageRequests[T]['ask']) {
    const sent: Promise<unknown> = browser.runtime.sendMessage({ type, ...ask });
    const answer = await within(PATIENCE, unlessOrphaned(sent, isThere));
    if (answer === undefined) throw new Error('no answer');
    if (isRefusal(answer)) throw new Error(answer.refused);
    return answer as PageAnswer<T>;
  },

  watch(tabId, told) {
    const connect = () => browser.runtime.connect({ name: viewerPort(tabId) });
    const leave = keepConnected(connect, told);
    const stop = onOrphaned(isThere, told);
    return () => {
      leave();
      stop();
    };
  },

  async askHostAccess(tabId, url) {
    // Panels inside DevTools have no `permissions`; the same view in a tab has.
    if (!browser.permissions) {
      window.open(fullViewUrl(tabId));
      return;
    }
    const { hostname } = new URL(url);
    await browser.permissions.request({
      origins: ['http', 'https', 'ws', 'wss'].map((scheme) => `${scheme}://${hostname}/*`),
    });
  },

  async openFullView(tabId, place) {
    await browser.tabs.create({ url: fullViewUrl(tabId, place) });
  },
};

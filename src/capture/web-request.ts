import browser, { type WebRequest } from 'webextension-polyfill';
import {
  answeredEvent,
  failedEvent,
  initiatorOf,
  sentEvent,
  type RequestDetails,
  type RequestEvent,
} from '../recording/requests/request-event.js';
import { isEventful } from '../recording/requests/static-request.js';
import { EXTRA, IS_FIREFOX } from './which-browser.js';

/** `store`: of the cookies that it goes with, where the browser tells. */
export type RequestSink = (
  tabId: number,
  initiator: string | undefined,
  event: RequestEvent,
  store: string | undefined,
) => void;

const URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

/** What carries credentials for a person: no pictures, scripts or styles. */
const TYPES: WebRequest.ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'];
const CARRYING: ReadonlySet<string> = new Set(TYPES);
const FILTER: WebRequest.RequestFilter = { urls: URLS, types: TYPES };

/**
 * And all else that a page loads: of these the answer alone is listened to, since each event costs
 * the browser. One listener for both, since each takes time when a worker starts.
 */
const ALL: WebRequest.RequestFilter = {
  urls: URLS,
  types: [
    ...TYPES,
    ...(['image', 'script', 'stylesheet', 'font', 'media', 'object', 'ping', 'other'] as const),
    ...(IS_FIREFOX ? (['imageset', 'beacon'] as const) : []),
  ],
};

/**
 * Listens to requests without blocking: two events for most of them. `onAuthRequired` is needed
 * because the answer to a challenge comes under the same request, and then only the last response
 * is told. Listeners must be added in the worker's first turn, else they do not wake it.
 */
export class RequestListener {
  readonly #sink: RequestSink;
  readonly #count: (tabId: number) => void;
  #listening = false;

  /** `count` is told of every request that is only counted. */
  constructor(sink: RequestSink, count: (tabId: number) => void) {
    this.#sink = sink;
    this.#count = count;
  }

  start(): void {
    if (this.#listening) return;
    this.#listening = true;
    const { webRequest } = browser;
    webRequest.onSendHeaders.addListener(this.#sent, FILTER, ['requestHeaders', ...EXTRA]);
    const answer: ('responseHeaders' | 'extraHeaders')[] = ['responseHeaders', ...EXTRA];
    webRequest.onResponseStarted.addListener(this.#answered, ALL, answer);
    webRequest.onBeforeRedirect.addListener(this.#answered, ALL, answer);
    webRequest.onAuthRequired.addListener(this.#challenged, FILTER, answer);
    webRequest.onErrorOccurred.addListener(this.#failed, FILTER);
  }

  /** Listening costs the browser more than what is done here: none where nothing is recorded. */
  stop(): void {
    this.#listening = false;
    const { webRequest } = browser;
    webRequest.onSendHeaders.removeListener(this.#sent);
    webRequest.onResponseStarted.removeListener(this.#answered);
    webRequest.onBeforeRedirect.removeListener(this.#answered);
    webRequest.onAuthRequired.removeListener(this.#challenged);
    webRequest.onErrorOccurred.removeListener(this.#failed);
  }

  readonly #sent = (details: RequestDetails): void => {
    this.#tell(details, sentEvent(details));
  };

  readonly #answered = (details: RequestDetails): void => {
    if (!CARRYING.has(details.type) && !isEventful(details)) this.#count(details.tabId);
    else this.#tell(details, answeredEvent(details, 'answered'));
  };

  readonly #challenged = (details: RequestDetails): undefined => {
    this.#tell(details, answeredEvent(details, 'challenged'));
  };

  readonly #failed = (details: RequestDetails): void => {
    this.#tell(details, failedEvent(details));
  };

  #tell(details: RequestDetails, event: RequestEvent): void {
    this.#sink(details.tabId, initiatorOf(details), event, details.cookieStoreId);
  }
}

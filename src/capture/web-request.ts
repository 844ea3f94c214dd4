import browser, { type WebRequest } from 'webextension-polyfill';
import {
  answeredEvent,
  failedEvent,
  initiatorOf,
  sentEvent,
  type RequestDetails,
  type RequestEvent,
} from '../recording/request-event.js';
import { isEventful } from '../recording/static-request.js';

/** `store`: of the cookies that it goes with, where the browser tells. */
export type RequestSink = (
  tabId: number,
  initiator: string | undefined,
  event: RequestEvent,
  store: string | undefined,
) => void;

const URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
const IS_FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');

/** What carries credentials for a person: no pictures, scripts or styles. */
const FILTER: WebRequest.RequestFilter = {
  urls: URLS,
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'],
};

/** All else that a page loads. Of these the answer alone is listened to: each event costs the browser. */
const STATIC: WebRequest.RequestFilter = {
  urls: URLS,
  types: [
    ...(['image', 'script', 'stylesheet', 'font', 'media', 'object', 'ping', 'other'] as const),
    ...(IS_FIREFOX ? (['imageset', 'beacon'] as const) : []),
  ],
};

/** Firefox throws at it, Chromium hides Cookie and Set-Cookie without it; both have `browser`. */
const EXTRA = IS_FIREFOX ? [] : ['extraHeaders' as const];

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
    webRequest.onResponseStarted.addListener(this.#answered, FILTER, answer);
    webRequest.onBeforeRedirect.addListener(this.#answered, FILTER, answer);
    webRequest.onAuthRequired.addListener(this.#challenged, FILTER, answer);
    webRequest.onErrorOccurred.addListener(this.#failed, FILTER);
    webRequest.onResponseStarted.addListener(this.#loaded, STATIC, answer);
    webRequest.onBeforeRedirect.addListener(this.#loaded, STATIC, answer);
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
    webRequest.onResponseStarted.removeListener(this.#loaded);
    webRequest.onBeforeRedirect.removeListener(this.#loaded);
  }

  readonly #sent = (details: RequestDetails): void => {
    this.#tell(details, sentEvent(details));
  };

  readonly #answered = (details: RequestDetails): void => {
    this.#tell(details, answeredEvent(details, 'answered'));
  };

  readonly #challenged = (details: RequestDetails): undefined => {
    this.#tell(details, answeredEvent(details, 'challenged'));
  };

  readonly #loaded = (details: RequestDetails): void => {
    if (isEventful(details)) this.#answered(details);
    else this.#count(details.tabId);
  };

  readonly #failed = (details: RequestDetails): void => {
    this.#tell(details, failedEvent(details));
  };

  #tell(details: RequestDetails, event: RequestEvent): void {
    this.#sink(details.tabId, initiatorOf(details), event, details.cookieStoreId);
  }
}

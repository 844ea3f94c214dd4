import browser, { type WebRequest } from 'webextension-polyfill';
import {
  answeredEvent,
  failedEvent,
  initiatorOf,
  sentEvent,
  type RequestDetails,
  type RequestEvent,
} from '../recording/request-event.js';

export type RequestSink = (
  tabId: number,
  initiator: string | undefined,
  event: RequestEvent,
) => void;

/** What carries credentials for a person: no pictures, scripts or styles. */
const FILTER: WebRequest.RequestFilter = {
  urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'],
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'],
};

/** Firefox throws at it, Chromium hides Cookie and Set-Cookie without it; both have `browser`. */
const EXTRA = browser.runtime.getURL('').startsWith('moz-extension:')
  ? []
  : ['extraHeaders' as const];

/**
 * Listens to requests without blocking: two events for most of them. `onAuthRequired` is needed
 * because the answer to a challenge comes under the same request, and then only the last response
 * is told. Listeners must be added in the worker's first turn, else they do not wake it.
 */
export class RequestListener {
  readonly #sink: RequestSink;
  #listening = false;

  constructor(sink: RequestSink) {
    this.#sink = sink;
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
    this.#sink(details.tabId, initiatorOf(details), sentEvent(details));
  };

  readonly #answered = (details: RequestDetails): void => {
    this.#sink(details.tabId, initiatorOf(details), answeredEvent(details, 'answered'));
  };

  readonly #challenged = (details: RequestDetails): undefined => {
    this.#sink(details.tabId, initiatorOf(details), answeredEvent(details, 'challenged'));
  };

  readonly #failed = (details: RequestDetails): void => {
    this.#sink(details.tabId, initiatorOf(details), failedEvent(details));
  };
}

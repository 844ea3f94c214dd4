import browser, { type WebRequest } from 'webextension-polyfill';
import { EXTRA } from '../../../capture/which-browser.js';
import type { Header } from '../../../engine/model.js';
import type { Watched } from '../../../recording/proofs/probe-answer.js';

/** What the page was answered can be told before what the browser saw of it. */
const WAIT = 1_000;

type Sent = WebRequest.OnSendHeadersDetailsType;
type Received = WebRequest.OnHeadersReceivedDetailsType;

/** Watches the one request whose address ends in a mark, for as long as it is under way. */
export class ProbeWatch {
  readonly #fragment: string;
  readonly #seen: Watched = { received: [] };
  #head: () => void = () => undefined;
  readonly #headed = new Promise<void>((resolve) => (this.#head = resolve));

  constructor(tabId: number, fragment: string) {
    this.#fragment = fragment;
    const filter: WebRequest.RequestFilter = {
      urls: ['http://*/*', 'https://*/*'],
      types: ['xmlhttprequest'],
      tabId,
    };
    const { onSendHeaders, onHeadersReceived } = browser.webRequest;
    onSendHeaders.addListener(this.#sent, filter, ['requestHeaders', ...EXTRA]);
    onHeadersReceived.addListener(this.#received, filter, ['responseHeaders', ...EXTRA]);
  }

  /** What was seen; of an answer that came it waits for the head. */
  async seen(isAnswered: boolean): Promise<Watched> {
    if (!isAnswered) return this.#seen;
    const enough = new Promise<void>((resolve) => setTimeout(resolve, WAIT));
    await Promise.race([this.#headed, enough]);
    return this.#seen;
  }

  end(): void {
    const { onSendHeaders, onHeadersReceived } = browser.webRequest;
    onSendHeaders.removeListener(this.#sent);
    onHeadersReceived.removeListener(this.#received);
  }

  readonly #sent = ({ url, requestHeaders }: Sent): void => {
    if (url.endsWith(this.#fragment)) this.#seen.sent ??= headersOf(requestHeaders);
  };

  readonly #received = ({ url, statusCode, responseHeaders }: Received): undefined => {
    if (!url.endsWith(this.#fragment) || this.#seen.status !== undefined) return;
    this.#seen.status = statusCode;
    this.#seen.received = headersOf(responseHeaders);
    this.#head();
  };
}

/** Firefox joins the Set-Cookie lines of an answer. */
function headersOf(told: WebRequest.HttpHeaders = []): Header[] {
  return told.flatMap(({ name, value = '' }) =>
    value.split('\n').map((line) => ({ name: name.toLowerCase(), value: line })),
  );
}

import type { CDPSession, Protocol } from 'puppeteer-core';
import type { Frame, Handshake, Hop, Network, Sent } from './network-hop.js';
import { withRealHeaders } from './network-headers.js';

const MAX_BODY = 1_048_576;
const WITH_BODY = new Set(['Document', 'Fetch', 'XHR']);

/** Collects what a page's network does, from the DevTools protocol. */
export class NetworkLog {
  readonly handshakes = new Map<string, Handshake>();
  step = 'anonymous';
  /** All steps that have begun. */
  readonly steps = new Set<string>();
  #chains = new Map<string, Hop[]>();
  #sent = new Map<string, Sent[]>();
  #received = new Map<string, NonNullable<Hop['received']>[]>();
  #pending = new Set<Promise<void>>();
  #cdp: CDPSession;

  constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  /** Records what a page tells, and what its frames and workers in other processes tell. */
  async follow(cdp: CDPSession): Promise<void> {
    await this.#watchChildren(cdp);
    await this.#watch(cdp);
  }

  async start(): Promise<void> {
    await this.#watch(this.#cdp);
  }

  /** What the page opens in another process waits until it is listened to. */
  async #watchChildren(cdp: CDPSession): Promise<void> {
    cdp.on('sessionattached', (child) => {
      const listening = this.#watchChildren(child)
        .then(() => this.#watch(child))
        // It may be gone already.
        .catch(() => undefined);
      this.#pending.add(
        listening
          .then(() => child.send('Runtime.runIfWaitingForDebugger').catch(() => undefined))
          .then(() => undefined),
      );
    });
    await cdp.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
    });
  }

  async #watch(cdp: CDPSession): Promise<void> {
    cdp.on('Network.requestWillBeSent', (event) => this.#request(event));
    cdp.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers, associatedCookies }) => {
      push(this.#sent, requestId, {
        headers,
        held: associatedCookies.map(({ cookie: { name, value, domain } }) => ({
          name,
          value,
          domain,
        })),
      });
    });
    cdp.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headers }) =>
      push(this.#received, requestId, { status: statusCode, headers }),
    );
    cdp.on('Network.responseReceived', ({ requestId, response, hasExtraInfo }) => {
      Object.assign(this.#last(requestId) ?? {}, { response, hasExtra: hasExtraInfo });
    });
    cdp.on('Network.loadingFinished', ({ requestId, timestamp }) =>
      this.#finished(cdp, requestId, timestamp),
    );
    cdp.on('Network.loadingFailed', ({ requestId, timestamp, errorText }) => {
      Object.assign(this.#last(requestId) ?? {}, { endedAt: timestamp, error: errorText });
    });
    this.#watchSockets(cdp);
    await cdp.send('Network.enable', {
      maxTotalBufferSize: 100_000_000,
      maxResourceBufferSize: 10_000_000,
      maxPostDataSize: MAX_BODY,
    });
  }

  begin(step: string): void {
    this.step = step;
    this.steps.add(step);
  }

  /** Bodies are asked for as responses end; this waits for the answers. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /** All hops in order of their start, each with its real headers. */
  hops(): Hop[] {
    return [...this.#chains]
      .flatMap(([id, chain]) =>
        withRealHeaders(chain, this.#sent.get(id) ?? [], this.#received.get(id) ?? []),
      )
      .sort((a, b) => a.request.timestamp - b.request.timestamp);
  }

  #request(event: Network): void {
    if (event.request.url.startsWith('data:')) return;
    const { redirectResponse, redirectHasExtraInfo } = event;
    const previous = this.#last(event.requestId);
    if (previous && redirectResponse) {
      Object.assign(previous, {
        response: redirectResponse,
        hasExtra: redirectHasExtraInfo,
        endedAt: event.timestamp,
      });
    }
    push(this.#chains, event.requestId, { request: event, hasExtra: false, step: this.step });
  }

  #finished(cdp: CDPSession, requestId: string, timestamp: number): void {
    const hop = this.#last(requestId);
    if (!hop) return;
    hop.endedAt = timestamp;
    if (!WITH_BODY.has(hop.request.type ?? '')) return;
    const asked = cdp.send('Network.getResponseBody', { requestId }).then(
      ({ body, base64Encoded }) => {
        if (!base64Encoded && body.length <= MAX_BODY) hop.body = body;
      },
      // The page has gone on and the browser has let go of the body.
      () => undefined,
    );
    this.#pending.add(asked);
  }

  #watchSockets(cdp: CDPSession): void {
    cdp.on('Network.webSocketCreated', ({ requestId, url, initiator }) => {
      this.handshakes.set(requestId, {
        url,
        initiator: initiator?.type ?? 'other',
        frames: [],
        step: this.step,
      });
    });
    cdp.on('Network.webSocketWillSendHandshakeRequest', (request) => {
      Object.assign(this.handshakes.get(request.requestId) ?? {}, { request });
    });
    cdp.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
      Object.assign(this.handshakes.get(requestId) ?? {}, { response });
    });
    const frame = (type: Frame['type']) => (event: Protocol.Network.WebSocketFrameSentEvent) =>
      this.handshakes.get(event.requestId)?.frames.push({
        type,
        time: event.timestamp,
        opcode: event.response.opcode,
        data: event.response.payloadData,
      });
    cdp.on('Network.webSocketFrameSent', frame('send'));
    cdp.on('Network.webSocketFrameReceived', frame('receive'));
  }

  #last(requestId: string): Hop | undefined {
    return this.#chains.get(requestId)?.at(-1);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

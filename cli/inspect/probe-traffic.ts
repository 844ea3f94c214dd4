import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Protocol } from 'puppeteer-core';
import type { Header } from '../../src/engine/model.js';
import type { Probe } from '../../src/engine/proof/probe-messages.js';
import type { Watched } from '../../src/recording/proofs/probe-answer.js';
import { saysTheSame } from './withheld.js';

/** What the page was answered can be told before what the network saw of it. */
const WAIT = 1_000;

/** Watches the network of a page for one request: its headers as they were sent and answered. */
export class ProbeTraffic {
  #id: string | undefined;
  readonly #sent = new Map<string, Header[]>();
  readonly #heads = new Map<string, { status: number; received: Header[] }>();
  #told: () => void = () => undefined;
  readonly #whole = new Promise<void>((resolve) => (this.#told = resolve));

  /** @param url of the one request, as the page asks for it */
  static async of(cdp: CDPSession, url: string): Promise<ProbeTraffic> {
    const traffic = new ProbeTraffic();
    cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (request.url === url && type !== 'Preflight') traffic.#id ??= requestId;
      traffic.#look();
    });
    cdp.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
      traffic.#sent.set(requestId, headersOf(headers));
      traffic.#look();
    });
    cdp.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headers }) => {
      if (traffic.#heads.has(requestId)) return;
      traffic.#heads.set(requestId, { status: statusCode, received: headersOf(headers) });
      traffic.#look();
    });
    await cdp.send('Network.enable');
    return traffic;
  }

  /** What was seen; of an answer that came it waits for the head. */
  async seen(probe: Probe, isAnswered: boolean): Promise<Watched> {
    if (isAnswered) await Promise.race([this.#whole, pause(WAIT, undefined, { ref: false })]);
    const sent = this.#sent.get(this.#id ?? '');
    return {
      ...(sent && { sent: inOrder(sent, probe) }),
      ...(this.#heads.get(this.#id ?? '') ?? { received: [] }),
    };
  }

  #look(): void {
    const id = this.#id ?? '';
    if (this.#sent.has(id) && this.#heads.has(id)) this.#told();
  }
}

/** The browser has its own order of cookies, which says nothing (RFC 6265bis §5.8.3). */
function inOrder(sent: Header[], { headers }: Probe): Header[] {
  const wanted = headers.find(({ name }) => name.toLowerCase() === 'cookie')?.value;
  return sent.map((one) =>
    one.name === 'cookie' && wanted !== undefined && saysTheSame(one.value, wanted)
      ? { ...one, value: wanted }
      : one,
  );
}

function headersOf(headers: Protocol.Network.Headers): Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value.split('\n').map((line) => ({ name: name.toLowerCase(), value: line })),
  );
}

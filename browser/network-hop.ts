import type { Protocol } from 'puppeteer-core';

// What the DevTools protocol tells of a page's network.

export type Network = Protocol.Network.RequestWillBeSentEvent;

/** One request of a redirect chain, with the headers that really went over the wire. */
export interface Hop {
  request: Network;
  response?: Protocol.Network.Response;
  /** ExtraInfo events (real Cookie, Set-Cookie, Authorization) will come for this hop. */
  hasExtra: boolean;
  sent?: Sent;
  received?: { status: number; headers: Record<string, string> };
  endedAt?: number;
  error?: string;
  body?: string;
  step: string;
}

/** What the browser sent, and what its jar held for that address at that moment, sent or not. */
export interface Sent {
  headers: Record<string, string>;
  held: HeldCookie[];
}

export interface HeldCookie {
  name: string;
  value: string;
  domain: string;
}

export interface Handshake {
  url: string;
  initiator: string;
  request?: Protocol.Network.WebSocketWillSendHandshakeRequestEvent;
  response?: Protocol.Network.WebSocketResponse;
  frames: Frame[];
  step: string;
}

/** One message of a socket, in the words of Chromium's HAR. */
export interface Frame {
  type: 'send' | 'receive';
  /** Seconds of the protocol's own clock. */
  time: number;
  opcode: number;
  data: string;
}

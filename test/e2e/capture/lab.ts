import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/extension.js';
import type { RequestList } from '../../../src/messaging/protocol.js';
import type { RequestRow } from '../../../src/messaging/views.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Lab {
  /** Origin of a host name, all of which lead to this server. */
  at(host: string): string;
  close(): Promise<void>;
}

export const HOST_RULES = 'MAP *.test 127.0.0.1';

/** A server that does what is hard to record. */
export async function startLab(routes: Record<string, Answer>): Promise<Lab> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const answer = routes[path];
    if (answer) answer(request, response);
    else html(response, '<title>lab</title>');
  });
  const upgraded: Duplex[] = [];
  server.on('upgrade', (request, socket) => {
    // A browser that ends resets what was open.
    socket.on('error', () => socket.destroy());
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    // A browser fails a socket whose subprotocols are not answered (RFC 6455 §4.1).
    const [protocol] = request.headers['sec-websocket-protocol']?.split(',') ?? [];
    if (protocol) head.push(`Sec-WebSocket-Protocol: ${protocol}`);
    head.push('Set-Cookie: ws=opened', `Sec-WebSocket-Accept: ${accept}`, '', '');
    socket.write(head.join('\r\n'));
    upgraded.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host) => `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }),
  };
}

/** A page without a favicon, whose request would come at any time. */
export function html(response: ServerResponse, body: string): void {
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><link rel="icon" href="data:,">${body}`);
}

/** All rows of a page's tab. */
export async function rowsOf(extension: ExtensionBrowser, page: Page): Promise<RequestRow[]> {
  const tabId = await extension.tabIdOf(page);
  return (await listOf(extension, tabId)).rows;
}

export function listOf(extension: ExtensionBrowser, tabId: number): Promise<RequestList> {
  return extension.ask<'getRequests'>({ type: 'getRequests', tabId, since: 0 });
}

/** In which frames of a page the script that looks at pages is. */
export async function framesLookedAt(extension: ExtensionBrowser, page: Page): Promise<boolean[]> {
  const tabId = await extension.tabIdOf(page);
  const asking = await extension.askingPage();
  return (await asking.evaluate(`chrome.scripting.executeScript({
    target: { tabId: ${tabId}, allFrames: true },
    func: () => globalThis.isHere === true,
  }).then((all) => all.map(({ result }) => result))`)) as boolean[];
}

/**
 * Waits until the script is in the page: on a busy machine it comes after the page was loaded, and
 * what is submitted before that it does not see.
 */
export async function lookedAt(extension: ExtensionBrowser, page: Page): Promise<void> {
  await until(
    () => framesLookedAt(extension, page),
    ([isTop]) => isTop === true,
  );
}

/** Below the time limit of a test, so that a vain wait can say what it saw last. */
const PATIENCE = 90_000;
/** Asked without a pause, a busy machine would do little else than answer. */
const PAUSE = 20;

/** Asks again until the answer is as wanted. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + PATIENCE; ;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) {
      throw new Error(`Not as wanted: ${String(JSON.stringify(answer)).slice(0, 2_000)}`);
    }
    await new Promise((resume) => setTimeout(resume, PAUSE));
  }
}

/** Path and status of rows, in order. */
export function outline(rows: RequestRow[]): string[] {
  return rows.map(({ method, url, status, error }) => {
    return `${method} ${new URL(url).pathname} ${status ?? error ?? 'pending'}`;
  });
}

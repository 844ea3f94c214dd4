import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Extensions that do nothing: what it costs that the browser has something to tell.

const URLS = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];
const CARRIERS = ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'];
const STATIC = ['image', 'script', 'stylesheet', 'font', 'media', 'object', 'ping', 'other'];

const SENT = ['requestHeaders', 'extraHeaders'];
const ANSWERED = ['responseHeaders', 'extraHeaders'];

interface Listener {
  event: string;
  extra?: string[];
  /** Default: all types. */
  types?: string[];
}

/** What people who want to know everything of a request listen to, on requests of every type. */
const SIX: Listener[] = [
  { event: 'onBeforeRequest' },
  { event: 'onSendHeaders', extra: SENT },
  { event: 'onHeadersReceived', extra: ANSWERED },
  { event: 'onBeforeRedirect', extra: ANSWERED },
  { event: 'onCompleted', extra: ANSWERED },
  { event: 'onErrorOccurred' },
];

/** What src/capture/web-request.ts listens to. */
const SAME: Listener[] = [
  { event: 'onSendHeaders', extra: SENT, types: CARRIERS },
  { event: 'onResponseStarted', extra: ANSWERED, types: CARRIERS },
  { event: 'onBeforeRedirect', extra: ANSWERED, types: CARRIERS },
  { event: 'onAuthRequired', extra: ANSWERED, types: CARRIERS },
  { event: 'onErrorOccurred', types: CARRIERS },
  { event: 'onResponseStarted', extra: ANSWERED, types: STATIC },
  { event: 'onBeforeRedirect', extra: ANSWERED, types: STATIC },
];

/** An extension that listens to six events of every request; returns its folder. */
export const listensToSix = (): string => make('six', SIX);

/** An extension that listens to what Credtrail listens to. */
export const listensToSame = (): string => make('same', SAME);

/** An extension that may listen and does not: browsers pass requests by it all the same. */
export const listensToNothing = (): string => make('still', []);

function make(name: string, listeners: Listener[]): string {
  const folder = mkdtempSync(join(tmpdir(), `credtrail-${name}-`));
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['webRequest'],
    host_permissions: URLS,
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), listeners.map(added).join('\n'));
  return folder;
}

function added({ event, extra = [], types }: Listener): string {
  const filter = JSON.stringify({ urls: URLS, ...(types && { types }) });
  const told = extra.length > 0 ? `, ${JSON.stringify(extra)}` : '';
  // A function each: the same one with another filter would take the first one's place.
  return `chrome.webRequest.${event}.addListener(() => {}, ${filter}${told});`;
}

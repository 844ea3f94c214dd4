import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  permissions: ['webRequest'],
  host_permissions: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'],
  background: { service_worker: 'worker.js' },
};

// The same events, types and extra info as src/capture/web-request.ts asks for.
const WORKER = `
const filter = {
  urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'],
  types: ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'],
};
const nothing = () => undefined;
chrome.webRequest.onSendHeaders.addListener(nothing, filter, ['requestHeaders', 'extraHeaders']);
chrome.webRequest.onHeadersReceived.addListener(nothing, filter, ['responseHeaders', 'extraHeaders']);
chrome.webRequest.onErrorOccurred.addListener(nothing, filter);
chrome.runtime.onMessage.addListener(nothing);
`;

/** Writes an extension that listens as Credtrail does and does nothing; returns its folder. */
export function makeDoNothingExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-floor-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'worker.js'), WORKER);
  return folder;
}

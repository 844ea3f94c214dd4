import { isEventful } from '../../src/recording/requests/static-request.js';
import type { HarEntry } from '../evaluate/inventory.js';

/**
 * What the extension records of every page; pictures, scripts and styles only where they matter.
 */
const LISTENED: ReadonlySet<string> = new Set([
  'document',
  'xhr',
  'fetch',
  'eventsource',
  'websocket',
]);

/** The requests of a recording that the extension records when it watches the same visit. */
export function listenedTo(entries: readonly HarEntry[]): HarEntry[] {
  return entries.filter(
    ({ _resourceType: type = '', request, response }) =>
      LISTENED.has(type) ||
      (type !== 'preflight' && isEventful({ url: request.url, responseHeaders: response.headers })),
  );
}

/**
 * A recording without what browsers show to no extension, DevTools open or not: sockets' messages.
 */
export function withoutSocketMessages(entries: readonly HarEntry[]): HarEntry[] {
  return entries.map((entry) => ({ ...entry, _webSocketMessages: undefined }));
}

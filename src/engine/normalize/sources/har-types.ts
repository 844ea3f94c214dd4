import type { Header, ResourceType } from '../../model.js';
import { parseUrl } from '../addresses/site.js';
import { asObject, asText, type Json } from '../bodies/json-value.js';

// What kind of request an entry of a file is, and on whose behalf it was made.

/** Page that made a request, by its own headers (Fetch §3.2, RFC 9110 §10.1.3). */
export function callerOf(headers: readonly Header[]): string | undefined {
  const caller =
    headers.find(({ name }) => name === 'referer') ?? headers.find(({ name }) => name === 'origin');
  return caller && parseUrl(caller.value) ? caller.value : undefined;
}

/**
 * Producers call the page of a frame a document, too; the browser says which it is (Fetch Metadata
 * §2.1).
 */
export function isOfFrame(headers: readonly Header[]): boolean {
  return headers.some(({ name, value }) => name === 'sec-fetch-dest' && /^i?frame$/.test(value));
}

/** By the producer's own word (Chrome's `_resourceType`), else by what came back. */
export function typeOf(entry: Json, url: string, response: Json | undefined): ResourceType {
  const said = asText(entry._resourceType);
  if (said === 'document') return 'document';
  if (said === 'xhr' || said === 'fetch') return 'fetch';
  if (said === 'websocket' || /^wss?:/.test(url)) return 'websocket';
  if (said !== '') return 'other';
  const mime = asText(asObject(response?.content)?.mimeType);
  if (mime.includes('html')) return 'document';
  return mime.includes('json') ? 'fetch' : 'other';
}

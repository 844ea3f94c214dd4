import type { Body, Header, ResourceType } from '../engine/model.js';
import { readBody } from '../engine/normalize/bodies/body.js';
import { passwordCookies } from '../engine/normalize/passwords/password-cookies.js';
import { withoutPasswords } from '../engine/normalize/passwords/without-passwords.js';
import { scriptOriginOf } from '../engine/normalize/sources/script-origin.js';
import { isEventful } from '../recording/requests/static-request.js';
import type { DevtoolsEntry } from '../recording/record.js';
import { filterHeaders } from '../recording/requests/header-filter.js';
import { beyond, LIMITS } from '../engine/settings.js';

/** The part of a HAR entry that is read here; Firefox leaves out what begins with `_`. */
export interface HarEntry {
  startedDateTime: string | Date;
  _resourceType?: string;
  _initiator?: unknown;
  request: {
    method: string;
    url: string;
    headers: Header[];
    postData?: { mimeType?: string; text?: string };
  };
  response: {
    status: number;
    headers: Header[];
    content?: { mimeType?: string; size?: number; text?: string };
    bodySize?: number;
    _error?: string | null;
  };
}

/** DevTools' and Fetch Metadata's words (`Sec-Fetch-Dest`) for what webRequest records as well. */
const TYPES: ReadonlyMap<string, ResourceType> = new Map<string, ResourceType>([
  ['document', 'document'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['fetch', 'fetch'],
  ['xhr', 'fetch'],
  ['empty', 'fetch'],
  ['eventsource', 'fetch'],
  ['websocket', 'websocket'],
]);

const TEXT = /^(text\/(?!css|javascript)|application\/(?!javascript|octet-stream|pdf|zip|wasm)|$)/;

/**
 * True for what webRequest records as well: no pictures, scripts, styles or preflights. A request
 * that is still under way has no status; DevTools tells of it again when it has ended.
 */
export function wantsEntry(entry: HarEntry): boolean {
  const { status, _error } = entry.response;
  const ended = status > 0 || Boolean(_error);
  if (!ended || !/^(https?|wss?):/.test(entry.request.url)) return false;
  return typeOf(entry) !== undefined || isEventfulEntry(entry);
}

/** A picture, script or style that webRequest records for what it sets or has in its address. */
function isEventfulEntry({ request, response, _resourceType }: HarEntry): boolean {
  const { url } = request;
  return _resourceType !== 'preflight' && isEventful({ url, responseHeaders: response.headers });
}

/** True where the response's body may hold credentials and is worth asking for. */
export function wantsBody(entry: HarEntry): boolean {
  const { size = 0 } = entry.response.content ?? {};
  return typeOf(entry) !== 'websocket' && TEXT.test(mimeOf(entry)) && size <= LIMITS.body;
}

/**
 * What the background is told of an entry. `content`: the text of its body; empty where DevTools
 * had it no more, undefined where it was not asked for or is no text.
 */
export function devtoolsEntry(entry: HarEntry, content: string | undefined): DevtoolsEntry {
  const { request, response, startedDateTime } = entry;
  const { mimeType = '', text } = request.postData ?? {};
  const script = scriptOriginOf(entry._initiator);
  const [sent, received] = [filterHeaders(request.headers), filterHeaders(response.headers)];
  const body = content ? readBody(mimeOf(entry), content) : unreadBody(entry, content === '');
  const limits = [
    ...beyond('url', request.url.length > LIMITS.url ? 1 : 0),
    ...beyond('headerValue', sent.diagnoses.length + received.diagnoses.length),
  ];
  const written = { url: request.url.slice(0, LIMITS.url), headers: request.headers };
  const url = withoutPasswords(written.url);
  const requestBody = text ? readBody(mimeType, text) : undefined;
  const held = passwordCookies(
    { ...written, ...(text && { body: { mimeType, text } }) },
    response.headers,
    { url, body: requestBody },
  );
  return {
    url,
    method: request.method,
    type: typeOf(entry) ?? 'other',
    startedAt: new Date(startedDateTime).getTime() || 0,
    status: Math.max(0, response.status),
    ...(script && { script }),
    ...(requestBody && { requestBody }),
    ...(body && { responseBody: body }),
    requestHeaders: sent.headers,
    responseHeaders: received.headers,
    left: { request: sent.left, response: received.left },
    ...sizeOf(entry),
    ...(limits.length > 0 && { limits }),
    ...(held.length > 0 && { passwordCookies: held }),
  };
}

/** Bytes of the body as they were sent; -1 and 0 of one that is there say that nobody counted. */
function sizeOf({ response: { bodySize = -1, content } }: HarEntry): { size?: number } {
  const size = bodySize > 0 ? bodySize : (content?.size ?? -1);
  return size >= 0 ? { size } : {};
}

/**
 * A body of text that is too large to be asked for, or is gone: that there was one must be told.
 */
function unreadBody(entry: HarEntry, isGone: boolean): Body | undefined {
  const { size = 0 } = entry.response.content ?? {};
  if (!TEXT.test(mimeOf(entry)) || size === 0) return undefined;
  if (!isGone && size <= LIMITS.body) return undefined;
  const limits = beyond(isGone ? 'bodyGone' : 'body', 1);
  return { kind: 'other', mimeType: mimeOf(entry), bytes: size, fields: [], limits };
}

function typeOf(entry: HarEntry): ResourceType | undefined {
  const { headers } = entry.request;
  const destination = headers.find(({ name }) => name.toLowerCase() === 'sec-fetch-dest')?.value;
  // DevTools calls a frame's document a document; only Fetch Metadata tells them apart.
  if (destination !== undefined && entry._resourceType !== 'preflight')
    return TYPES.get(destination);
  if (entry._resourceType !== undefined) return TYPES.get(entry._resourceType);
  // Firefox over plain HTTP tells neither: go by what came back.
  return TEXT.test(mimeOf(entry)) ? 'fetch' : undefined;
}

function mimeOf(entry: HarEntry): string {
  return (entry.response.content?.mimeType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

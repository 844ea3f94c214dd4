import type { Body, Exchange, ResourceType } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { readBody } from '../bodies/body.js';
import { plainMimeType } from '../bodies/body-fields.js';
import { asObject, asObjects, asText, type Json } from '../bodies/json-value.js';
import { wasEmpty, wasSent } from './missing-content.js';
import { namedList } from './named-list.js';

/** Pictures, sounds, films, fonts: no text, and nearly all that comes in base64. */
const BINARY = /^\s*(?:image\/(?!svg)|(?:audio|video|font)\/)/i;

/** A body as a file has it. */
export interface HarBody {
  mimeType: string;
  text: string;
}

/**
 * What is kept of a response's body; undefined where the file has none, or nothing that is text.
 */
export function readContent(content: Json): Body | undefined {
  const mimeType = asText(content.mimeType);
  const source = asText(content.text);
  if (isBase64(content) && BINARY.test(mimeType) && source !== '')
    return binaryBody(mimeType, source);
  const body = contentIn(content);
  return body && readBody(body.mimeType, body.text);
}

/** What is kept of the content of a request, else whether it was measured to have any. */
export function readSent(
  request: Json,
): Pick<Exchange['request'], 'body' | 'isEmpty' | 'isUnread'> {
  const body = postDataIn(asObject(request.postData));
  if (body) return { body: readBody(body.mimeType, body.text) };
  if (wasSent(request)) return { isUnread: true };
  return wasEmpty(request) ? { isEmpty: true } : {};
}

/** A response's body. */
export function contentIn(content: Json): HarBody | undefined {
  const plain = plainTextOf(content);
  return plain === undefined ? undefined : { mimeType: asText(content.mimeType), text: plain };
}

/** POST data comes as text, as parsed parameters, or as both. */
export function postDataIn(postData: Json | undefined): HarBody | undefined {
  if (!postData) return undefined;
  const mimeType = asText(postData.mimeType);
  const body = plainTextOf(postData);
  if (body !== undefined) return { mimeType, text: body };
  const form = namedList(postData.params)
    .map(
      ({ name, value }) =>
        `${encodeURIComponent(asText(name))}=${encodeURIComponent(asText(value))}`,
    )
    .join('&');
  return form === '' ? undefined : { mimeType: 'application/x-www-form-urlencoded', text: form };
}

/**
 * Chrome's `_webSocketMessages`: text frames (opcode 1, RFC 6455 §5.2), as many as are worth
 * reading.
 */
export function readMessages(
  entry: Json,
  resource: ResourceType,
): Pick<Exchange, 'messages' | 'limits'> {
  if (resource === 'websocket' && !Array.isArray(entry._webSocketMessages))
    return { limits: beyond('socketUnseen', 1) };
  const frames = asObjects(entry._webSocketMessages).filter(
    ({ opcode, data }) => opcode === 1 && typeof data === 'string',
  );
  const limits = beyond('socketMessages', frames.length - LIMITS.socketMessages);
  const messages = frames
    .slice(0, LIMITS.socketMessages)
    .map(({ type, data }) => ({
      direction: type === 'send' ? ('sent' as const) : ('received' as const),
      body: readBody('', asText(data)),
    }))
    .filter(({ body }) => body.fields.length > 0);
  return { ...(messages.length > 0 && { messages }), ...(limits.length > 0 && { limits }) };
}

function binaryBody(mimeType: string, base64: string): Body {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = Math.floor((base64.length * 3) / 4) - padding;
  return { kind: 'other', mimeType: plainMimeType(mimeType), bytes, fields: [] };
}

/** A body's text without its encoding; undefined where there is none, or nothing that is text. */
function plainTextOf(body: Json): string | undefined {
  const source = asText(body.text);
  if (source === '') return undefined;
  return isBase64(body) ? decodeText(source) : source;
}

function isBase64(body: Json): boolean {
  return /^base64$/i.test(asText(body.encoding));
}

function decodeText(base64: string): string | undefined {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

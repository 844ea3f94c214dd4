import type { Body, Exchange, ResourceType } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { plainMimeType, readBody } from './body.js';
import { asObjects, asText, type Json } from './json-value.js';

/** Pictures, sounds, films, fonts: no text, and nearly all that comes in base64. */
const BINARY = /^\s*(?:image\/(?!svg)|(?:audio|video|font)\/)/i;

/** What is kept of a response's body; undefined where the file has none, or nothing that is text. */
export function readContent(content: Json): Body | undefined {
  const body = asText(content.text);
  if (body === '') return undefined;
  const mimeType = asText(content.mimeType);
  if (content.encoding !== 'base64') return readBody(mimeType, body);
  if (BINARY.test(mimeType)) return binaryBody(mimeType, body);
  const plain = decodeText(body);
  return plain === undefined ? undefined : readBody(mimeType, plain);
}

/** POST data comes as text, as parsed parameters, or as both. */
export function readPostData(postData: Json | undefined): Body | undefined {
  if (!postData) return undefined;
  const mimeType = asText(postData.mimeType);
  const body = asText(postData.text);
  if (body !== '') return readBody(mimeType, body);
  const form = asObjects(postData.params)
    .map(
      ({ name, value }) =>
        `${encodeURIComponent(asText(name))}=${encodeURIComponent(asText(value))}`,
    )
    .join('&');
  return form === '' ? undefined : readBody('application/x-www-form-urlencoded', form);
}

/** Chrome's `_webSocketMessages`: text frames (opcode 1, RFC 6455 §5.2), as many as are worth reading. */
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

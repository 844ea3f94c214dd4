import type { Body, Exchange, ResourceType } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { readBody } from './body.js';
import { asObjects, asText, type Json } from './json-value.js';
import { namedList } from './named-list.js';

/** What is kept of a response's body; undefined where the file has none, or nothing that is text. */
export function readContent(content: Json): Body | undefined {
  const plain = plainTextOf(content);
  return plain === undefined ? undefined : readBody(asText(content.mimeType), plain);
}

/** POST data comes as text, as parsed parameters, or as both. */
export function readPostData(postData: Json | undefined): Body | undefined {
  if (!postData) return undefined;
  const mimeType = asText(postData.mimeType);
  const body = plainTextOf(postData);
  if (body !== undefined) return readBody(mimeType, body);
  const form = namedList(postData.params)
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

/** A body's text without its encoding; undefined where there is none, or nothing that is text. */
function plainTextOf(body: Json): string | undefined {
  const source = asText(body.text);
  if (source === '') return undefined;
  return /^base64$/i.test(asText(body.encoding)) ? decodeText(source) : source;
}

function decodeText(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

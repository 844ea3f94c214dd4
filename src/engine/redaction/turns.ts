import { asObject, asObjects, asText, type Json } from '../normalize/bodies/json-value.js';
import { decodeBase64 } from '../base64.js';
import { isWrittenByBrowser } from '../values/names/browser-headers.js';

/** What a browser sent, and what came as its answer, as texts. */
export interface Turn {
  mimeType: string;
  /** Its body; empty for none. */
  body: string;
  /** In what it sent a key may stand: its body, its address, its headers. */
  sent: string;
  told: string;
}

/** Answers are longer than that only where they hand out much else. */
const MOST = 65_536;

/** The requests of a HAR file in its order, and each message of its sockets that was sent. */
export function turnsOf(har: unknown): Turn[] {
  const entries = asObjects(asObject(asObject(har)?.log)?.entries);
  return entries.flatMap((entry) => [requestOf(entry), ...messagesOf(entry)]);
}

function requestOf(entry: Json): Turn {
  const request = asObject(entry.request) ?? {};
  const response = asObject(entry.response) ?? {};
  const posted = asObject(request.postData) ?? {};
  const content = asObject(response.content) ?? {};
  const url = asText(request.url);
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const body = plainOf(posted);
  return {
    mimeType: asText(posted.mimeType),
    body,
    sent: [query, body, headersOf(request)].join('\n'),
    told: `${headersOf(response)}\n${plainOf(content)}`,
  };
}

function messagesOf(entry: Json): Turn[] {
  const turns: Turn[] = [];
  for (const message of asObjects(entry._webSocketMessages)) {
    const data = asText(message.data).slice(0, MOST);
    const last = turns.at(-1);
    if (message.type === 'send') turns.push({ mimeType: '', body: data, sent: data, told: '' });
    else if (last && last.told.length < MOST) last.told += `${data}\n`;
  }
  return turns;
}

/** What browsers write themselves has no key in it. */
function headersOf(message: Json): string {
  return asObjects(message.headers)
    .filter(({ name }) => !isWrittenByBrowser(asText(name)))
    .map(({ value }) => asText(value))
    .join('\n');
}

/** Of what is in base64, each byte as one character. */
function plainOf(body: Json): string {
  const text = asText(body.text).slice(0, MOST);
  if (body.encoding !== 'base64' && !asText(body.mimeType).includes('grpc-web-text')) return text;
  return text
    .split(/(?<==)(?=[^=])/)
    .map((part) => bytesIn(part) ?? part)
    .join('');
}

function bytesIn(base64: string): string | undefined {
  const bytes = decodeBase64(base64);
  return bytes && Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

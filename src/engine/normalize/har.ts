import type { Body, Exchange, Header, Millis, ResourceType } from '../model.js';
import { type Diagnosis, diagnosis, text } from '../text.js';
import { readBody } from './body.js';
import { withoutHeaderPassword } from './header-password.js';
import { PasswordFields } from './password-fields.js';
import { scriptOriginOf } from './script-origin.js';
import { parseUrl } from './site.js';
import { withoutPasswords } from './without-passwords.js';

// HAR 1.1 and 1.2 (http://www.softwareishard.com/blog/har-12-spec/) as browsers, proxies and test
// tools write it: fields are missing, of the wrong type, or null, and that is no reason to give up.

export interface ReadHar {
  exchanges: Exchange[];
  /** Entries and parts that could not be read. */
  diagnoses: Diagnosis[];
}

type Json = Record<string, unknown>;

const MAX_MESSAGES = 500;
/** No answer takes longer; some producers write nonsense. */
const MAX_WAIT: Millis = 86_400_000;
/** By how much two recorded times of one moment may differ. */
const ROUNDING: Millis = 50;
/** Requests of one address whose starts are worth comparing. */
const MAX_SAME = 100;

/** Thrown by {@link readHar} where the input is no HAR at all. */
export class NotAHarError extends Error {
  override name = 'NotAHarError';
}

/**
 * Reads a parsed HAR file into exchanges, in the order of their start.
 * @throws NotAHarError where there is no `log.entries` list.
 */
export function readHar(har: unknown): ReadHar {
  const entries = asObject(asObject(har)?.log)?.entries;
  if (!Array.isArray(entries)) throw new NotAHarError('it has no log.entries list');
  const pages = pageUrls(asObject(asObject(har)?.log)?.pages, entries);
  const diagnoses: Diagnosis[] = [];
  const exchanges: Exchange[] = [];
  entries.forEach((entry, index) => {
    const exchange = readEntry(asObject(entry) ?? {}, index, pages);
    if (exchange) exchanges.push(exchange);
    else
      diagnoses.push(
        diagnosis(
          text('diagnosis_har_entry', 'entry {index} has no request with a URL and is left out', {
            index,
          }),
        ),
      );
  });
  exchanges.sort((a, b) => a.startedAt - b.startedAt);
  endBeforeRedirect(exchanges);
  return { exchanges: withoutNamedPasswords(exchanges), diagnoses };
}

/** Any page of the file may say what another calls its passwords; a page can come after its form. */
function withoutNamedPasswords(exchanges: readonly Exchange[]): Exchange[] {
  const passwords = new PasswordFields();
  for (const { url, response } of exchanges) passwords.learn(url, response?.body?.passwordFields);
  return exchanges.map((exchange) => passwords.clean(exchange));
}

/** URL of each page: that of its first document, since titles are free text. */
function pageUrls(pages: unknown, entries: readonly unknown[]): Map<string, string> {
  const urls = new Map<string, string>();
  for (const page of Array.isArray(pages) ? pages : []) {
    const { id, title } = asObject(page) ?? {};
    if (typeof id === 'string' && typeof title === 'string' && parseUrl(title))
      urls.set(id, withoutPasswords(title));
  }
  for (const entry of entries) {
    const { pageref, request } = asObject(entry) ?? {};
    const url = asObject(request)?.url;
    if (typeof pageref === 'string' && typeof url === 'string' && !urls.has(pageref))
      urls.set(pageref, withoutPasswords(url));
  }
  return urls;
}

function readEntry(
  entry: Json,
  index: number,
  pages: ReadonlyMap<string, string>,
): Exchange | undefined {
  const request = asObject(entry.request);
  const url = withoutPasswords(asText(request?.url));
  if (!request || !parseUrl(url)) return undefined;
  const response = asObject(entry.response);
  const status = typeof response?.status === 'number' ? response.status : 0;
  const startedAt = timeOf(entry.startedDateTime);
  const headers = headersOf(request, 'cookie');
  // A page's scripts say where they are from; pages are only where recording was told to begin one.
  const topUrl = callerOf(headers) ?? pages.get(asText(entry.pageref));
  const redirectUrl = absolute(withoutPasswords(asText(response?.redirectURL)), url);
  const script = scriptOriginOf(entry._initiator);
  const requestBody = readPostData(asObject(request.postData));
  return {
    id: `h${index + 1}`,
    url,
    method: asText(request.method).toUpperCase() || 'GET',
    type: typeOf(entry, url, response),
    startedAt,
    ...endOf(entry, startedAt),
    ...(topUrl ? { topUrl } : {}),
    ...(script ? { script } : {}),
    request: { headers, ...(requestBody ? { body: requestBody } : {}) },
    ...(response && status > 0 ? { response: readResponse(response, status) } : {}),
    ...(redirectUrl ? { redirectUrl } : {}),
    ...readMessages(entry),
    ...(status > 0 ? {} : { error: asText(response?._error) || 'no response' }),
  };
}

/** When the response's head had come. A socket's time is how long it was open, which says nothing of that. */
function endOf(
  { time, timings, _resourceType }: Json,
  startedAt: Millis,
): Pick<Exchange, 'endedAt'> {
  const receive = asObject(timings)?.receive;
  const took =
    typeof time === 'number'
      ? time - (typeof receive === 'number' && receive > 0 ? receive : 0)
      : Number.NaN;
  return took >= 0 && took <= MAX_WAIT && _resourceType !== 'websocket'
    ? { endedAt: startedAt + took }
    : {};
}

/** Times are rounded, each in its own way: a redirect was answered when the request that follows it began. */
function endBeforeRedirect(exchanges: readonly Exchange[]): void {
  const starts = new Map<string, Millis[]>();
  for (const { url, startedAt } of exchanges) {
    const address = withoutFragment(url);
    starts.set(address, [...(starts.get(address)?.slice(-MAX_SAME) ?? []), startedAt]);
  }
  for (const exchange of exchanges) {
    const { redirectUrl, startedAt, endedAt = startedAt } = exchange;
    const followers =
      redirectUrl === undefined ? [] : (starts.get(withoutFragment(redirectUrl)) ?? []);
    // One that began long before was asked for by somebody else.
    const next = followers.find(
      (at) => at >= startedAt && at < endedAt && endedAt - at <= ROUNDING,
    );
    if (next !== undefined) exchange.endedAt = next;
  }
}

/** Chrome's `_webSocketMessages`: text frames (opcode 1, RFC 6455 §5.2), as many as are worth reading. */
function readMessages(entry: Json): Pick<Exchange, 'messages'> {
  if (!Array.isArray(entry._webSocketMessages)) return {};
  const frames = entry._webSocketMessages
    .slice(0, MAX_MESSAGES)
    .map((frame) => asObject(frame) ?? {});
  const messages = frames
    .filter(({ opcode, data }) => opcode === 1 && typeof data === 'string')
    .map(({ type, data }) => ({
      direction: type === 'send' ? ('sent' as const) : ('received' as const),
      body: readBody('', asText(data)),
    }))
    .filter(({ body }) => body.fields.length > 0);
  return messages.length > 0 ? { messages } : {};
}

function readResponse(response: Json, status: number): NonNullable<Exchange['response']> {
  const content = asObject(response.content);
  const body = content ? readContent(content) : undefined;
  return { status, headers: headersOf(response, 'set-cookie'), ...(body ? { body } : {}) };
}

function readContent(content: Json): Body | undefined {
  const body = asText(content.text);
  if (body === '') return undefined;
  const plain = content.encoding === 'base64' ? decodeText(body) : body;
  return plain === undefined ? undefined : readBody(asText(content.mimeType), plain);
}

/** POST data comes as text, as parsed parameters, or as both. */
function readPostData(postData: Json | undefined): Body | undefined {
  if (!postData) return undefined;
  const mimeType = asText(postData.mimeType);
  const body = asText(postData.text);
  if (body !== '') return readBody(mimeType, body);
  if (!Array.isArray(postData.params)) return undefined;
  const form = postData.params
    .map((param) => asObject(param) ?? {})
    .map(
      ({ name, value }) =>
        `${encodeURIComponent(asText(name))}=${encodeURIComponent(asText(value))}`,
    )
    .join('&');
  return form === '' ? undefined : readBody('application/x-www-form-urlencoded', form);
}

/**
 * Headers, lower-cased, several cookies of one line split. A producer that leaves cookie headers out
 * (Firefox, privacy exports) may still list `cookies`: their names and values are taken from there.
 */
function headersOf(message: Json, cookieHeader: 'cookie' | 'set-cookie'): Header[] {
  const headers: Header[] = [];
  for (const raw of Array.isArray(message.headers) ? message.headers : []) {
    const { name, value } = asObject(raw) ?? {};
    if (typeof name !== 'string') continue;
    const lower = name.toLowerCase();
    const lines =
      lower === 'set-cookie'
        ? asText(value).split('\n')
        : [withoutHeaderPassword(lower, asText(value))];
    for (const line of lines) headers.push({ name: lower, value: line });
  }
  if (headers.some(({ name }) => name === cookieHeader)) return headers;
  const cookies = (Array.isArray(message.cookies) ? message.cookies : []).map(
    (cookie) => asObject(cookie) ?? {},
  );
  if (cookies.length === 0) return headers;
  const pairs = cookies.map((cookie) => `${asText(cookie.name)}=${asText(cookie.value)}`);
  if (cookieHeader === 'cookie') return [...headers, { name: 'cookie', value: pairs.join('; ') }];
  return [
    ...headers,
    ...cookies.map((cookie, i) => ({
      name: 'set-cookie',
      value: pairs[i]! + attributesOf(cookie),
    })),
  ];
}

/** HAR 1.2 cookie object → the attributes of the line it came from. */
function attributesOf(cookie: Json): string {
  const expires = timeOf(cookie.expires);
  return [
    typeof cookie.path === 'string' && cookie.path !== '' ? `; Path=${cookie.path}` : '',
    typeof cookie.domain === 'string' && cookie.domain.startsWith('.')
      ? `; Domain=${cookie.domain}`
      : '',
    typeof cookie.expires === 'string' && expires > 0
      ? `; Expires=${new Date(expires).toUTCString()}`
      : '',
    cookie.secure === true ? '; Secure' : '',
    cookie.httpOnly === true ? '; HttpOnly' : '',
    typeof cookie.sameSite === 'string' && cookie.sameSite !== ''
      ? `; SameSite=${cookie.sameSite}`
      : '',
  ].join('');
}

/** Page that made a request, by its own headers (Fetch §3.2, RFC 9110 §10.1.3). */
function callerOf(headers: readonly Header[]): string | undefined {
  const caller =
    headers.find(({ name }) => name === 'referer') ?? headers.find(({ name }) => name === 'origin');
  return caller && parseUrl(caller.value) ? caller.value : undefined;
}

/** By the producer's own word (Chrome's `_resourceType`), else by what came back. */
function typeOf(entry: Json, url: string, response: Json | undefined): ResourceType {
  const said = asText(entry._resourceType);
  if (said === 'document') return 'document';
  if (said === 'xhr' || said === 'fetch') return 'fetch';
  if (said === 'websocket' || /^wss?:/.test(url)) return 'websocket';
  if (said !== '') return 'other';
  const mime = asText(asObject(response?.content)?.mimeType);
  if (mime.includes('html')) return 'document';
  return mime.includes('json') ? 'fetch' : 'other';
}

function timeOf(iso: unknown): Millis {
  const at = typeof iso === 'string' ? Date.parse(iso) : Number.NaN;
  return Number.isFinite(at) ? at : 0;
}

function absolute(target: string, base: string): string | undefined {
  if (target === '') return undefined;
  return URL.canParse(target, base) ? new URL(target, base).href : undefined;
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0]!;
}

function decodeText(base64: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

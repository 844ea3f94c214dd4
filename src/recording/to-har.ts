import type { Body, Exchange, Header } from '../engine/model.js';
import { parseUrl } from '../engine/normalize/addresses/site.js';
import { redactHar } from '../engine/redaction/redact-har.js';
import { bodyAgain } from './bodies/body-again.js';
import type { ExchangeList } from './exchanges/exchange-list.js';

/** What a HAR file says of itself (HAR 1.2). */
export interface HarLog {
  log: {
    version: '1.2';
    creator: { name: string; version: string };
    comment: string;
    pages: object[];
    entries: object[];
  };
}

const COMMENT =
  'Recorded by Credtrail. Bodies are not kept: what stands in their place has the fields that ' +
  'may be credentials.';

/** All that a list keeps as a HAR file, without what may log somebody in and who it was. */
export function redactedHarOf(exchanges: ExchangeList, version: string): unknown {
  const all = exchanges.ids().flatMap((id) => exchanges.get(id) ?? []);
  return redactHar(harOf(all, version)).har;
}

/** Exchanges as a HAR file, with their raw values: to be redacted before anybody gets it. */
export function harOf(exchanges: readonly Exchange[], version: string): HarLog {
  const inOrder = exchanges.toSorted((a, b) => a.startedAt - b.startedAt);
  const pages = new Map<string, { id: string; startedAt: number }>();
  for (const { topUrl, startedAt } of inOrder)
    if (topUrl !== undefined && !pages.has(topUrl))
      pages.set(topUrl, { id: `page_${pages.size + 1}`, startedAt });
  return {
    log: {
      version: '1.2',
      creator: { name: 'Credtrail', version },
      comment: COMMENT,
      pages: [...pages].map(([title, { id, startedAt }]) => ({
        id,
        title,
        startedDateTime: isoOf(startedAt),
        pageTimings: {},
      })),
      entries: inOrder.map((exchange) => entryOf(exchange, pages.get(exchange.topUrl ?? '')?.id)),
    },
  };
}

function entryOf(exchange: Exchange, pageref: string | undefined): object {
  const { startedAt, endedAt, type, script, messages } = exchange;
  const time = endedAt === undefined ? -1 : Math.max(0, endedAt - startedAt);
  return {
    ...(pageref && { pageref }),
    startedDateTime: isoOf(startedAt),
    time,
    ...(type !== 'frame' && { _resourceType: type }),
    ...(script && { _initiator: { type: 'script', url: `${script}/` } }),
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(messages && {
      _webSocketMessages: messages.map(({ direction, body }) => ({
        type: direction === 'sent' ? 'send' : 'receive',
        time: startedAt / 1_000,
        opcode: 1,
        data: bodyAgain(body).text,
      })),
    }),
  };
}

function requestOf({ method, url, request: { headers, body } }: Exchange): object {
  const parsed = parseUrl(url);
  const query = parsed ? [...new URLSearchParams(parsed.search)] : [];
  return {
    method,
    url,
    httpVersion: '',
    headers: headers.map(pairOf),
    cookies: [],
    queryString: query.map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: body?.bytes ?? 0,
    ...(body && { postData: bodyAgain(body) }),
  };
}

function responseOf({ response, redirectUrl = '', error }: Exchange): object {
  return {
    status: response?.status ?? 0,
    statusText: '',
    httpVersion: '',
    headers: (response?.headers ?? []).map(pairOf),
    cookies: [],
    content: contentOf(response?.body, response?.size),
    redirectURL: redirectUrl,
    headersSize: -1,
    bodySize: response?.size ?? -1,
    ...(error && { _error: error }),
  };
}

function contentOf(body: Body | undefined, size = body?.bytes ?? 0): object {
  return { size, ...(body ? bodyAgain(body) : { mimeType: '' }) };
}

function pairOf({ name, value }: Header): object {
  return { name, value };
}

function isoOf(at: number): string {
  return new Date(Math.min(Math.max(at, 0), 253_402_300_799_000)).toISOString();
}

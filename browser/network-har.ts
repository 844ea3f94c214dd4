import type { Handshake, Hop } from './network-hop.js';
import type { NetworkLog } from './network-log.js';

interface NameValue {
  name: string;
  value: string;
}

export interface Har {
  log: Record<string, unknown>;
}

/** What else is to stand in the entry of a request or of a socket. */
type Beside = (hop: Pick<Hop, 'step' | 'sent'>) => Record<string, unknown>;

/** The recording as HAR 1.2, with the fields that Chromium's DevTools adds. */
export function toHar(log: NetworkLog, creator: string, beside: Beside = () => ({})): Har {
  const hops = log.hops();
  const clock = clockOf(hops);
  const entries = [
    ...hops.map((hop) => toEntry(hop, beside)),
    ...[...log.handshakes.values()].flatMap((socket) => handshakeEntry(socket, clock, beside)),
  ];
  entries.sort((a, b) => (String(a.startedDateTime) < String(b.startedDateTime) ? -1 : 1));
  const documents = [
    ...new Map(hops.toReversed().map((hop) => [hop.request.loaderId, hop])).values(),
  ].toReversed();
  return {
    log: {
      version: '1.2',
      creator: { name: creator, version: '1' },
      // One for each navigation, as DevTools writes it.
      pages: documents.map(({ request }) => ({
        id: request.loaderId,
        title: request.documentURL,
        startedDateTime: iso(request.wallTime),
        pageTimings: {},
      })),
      entries,
    },
  };
}

function toEntry(hop: Hop, beside: Beside): Record<string, unknown> {
  const { request, response, endedAt } = hop;
  const took = endedAt === undefined ? 0 : Math.max(0, (endedAt - request.timestamp) * 1000);
  const type = hop.request.type?.toLowerCase() ?? 'other';
  return {
    pageref: request.loaderId,
    ...beside(hop),
    startedDateTime: iso(request.wallTime),
    time: took,
    request: requestOf(hop),
    response: responseOf(hop),
    cache: {},
    timings: { send: 0, wait: took, receive: 0 },
    _resourceType: type,
    _initiator: {
      type: request.initiator.type,
      ...(request.initiator.url ? { url: request.initiator.url } : {}),
    },
    ...(response?.fromDiskCache ? { _fromCache: 'disk' } : {}),
    ...(hop.error ? { _error: hop.error } : {}),
  };
}

function requestOf({ request: { request }, sent, response }: Hop): Record<string, unknown> {
  const headers = headersOf(sent?.headers ?? request.headers);
  const mimeType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return {
    method: request.method,
    url: request.url + (request.urlFragment ?? ''),
    httpVersion: response?.protocol ?? 'http/1.1',
    headers,
    queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
    cookies: [],
    headersSize: -1,
    bodySize: request.postData?.length ?? 0,
    ...(request.postData === undefined ? {} : { postData: { mimeType, text: request.postData } }),
  };
}

function responseOf({ response, received, body }: Hop): Record<string, unknown> {
  const headers = headersOf(received?.headers ?? response?.headers ?? {});
  return {
    status: received?.status ?? response?.status ?? 0,
    statusText: response?.statusText ?? '',
    httpVersion: response?.protocol ?? '',
    headers,
    cookies: [],
    content: {
      // -1: nobody could read it.
      size: body?.length ?? -1,
      mimeType: response?.mimeType ?? '',
      ...(body === undefined ? {} : { text: body }),
    },
    redirectURL: headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '',
    headersSize: -1,
    bodySize: response?.encodedDataLength ?? -1,
  };
}

function handshakeEntry(
  { url, request, response, initiator, frames, step }: Handshake,
  clock: number,
  beside: Beside,
): Record<string, unknown>[] {
  if (!request) return [];
  return [
    {
      ...beside({ step }),
      startedDateTime: iso(request.wallTime || request.timestamp + clock),
      time: 0,
      request: {
        method: 'GET',
        url,
        httpVersion: 'http/1.1',
        headers: headersOf(request.request.headers),
        queryString: [],
        cookies: [],
        headersSize: -1,
        bodySize: 0,
      },
      response: {
        status: response?.status ?? 0,
        statusText: response?.statusText ?? '',
        httpVersion: 'http/1.1',
        headers: headersOf(response?.headers ?? {}),
        cookies: [],
        content: { size: 0, mimeType: '' },
        redirectURL: '',
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 0, receive: 0 },
      _resourceType: 'websocket',
      _webSocketMessages: frames,
      _initiator: { type: initiator },
    },
  ];
}

/** The protocol joins repeated headers with a line feed; a HAR has one entry for each. */
function headersOf(headers: Record<string, string>): NameValue[] {
  return Object.entries(headers).flatMap(([name, joined]) =>
    joined.split('\n').map((value) => ({ name, value })),
  );
}

/** Seconds between the protocol's monotonic clock and the wall clock. */
function clockOf(hops: Hop[]): number {
  const first = hops[0]?.request;
  return first ? first.wallTime - first.timestamp : 0;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

import type { Carrier } from '../../src/engine/model.js';
import type { HeldCookie } from '../../browser/network-hop.js';
import type { StorageState } from '../record/storage-state.js';
import { escapeToken } from '../../src/engine/json-pointer.js';

/** Something named that stands in a recording, read without the engine that is being measured. */
export interface Item {
  carrier: Carrier;
  name: string;
  host: string;
}

export interface HarEntry {
  _step: string;
  /** The protocol's word for what was asked for: `document`, `xhr`, `image` … */
  _resourceType?: string;
  /** What the browser's own jar held for this address when the request left. */
  _held?: HeldCookie[];
  /** Chrome's word for the frames of a WebSocket. */
  _webSocketMessages?: unknown[];
  startedDateTime: string;
  time: number;
  request: {
    method: string;
    url: string;
    headers: Pair[];
    postData?: { mimeType: string; text: string };
  };
  response: {
    status: number;
    headers: Pair[];
    redirectURL: string;
    content: { mimeType: string; text?: string };
  };
}

interface Pair {
  name: string;
  value: string;
}

/** One value at one of its places. */
export interface PlacedValue extends Item {
  direction: 'sent' | 'received' | 'stored';
  /** Whether what carried it was encrypted. */
  encrypted: boolean;
  /** Of a cookie that was set: the whole line after the name. */
  value: string;
  /** When; unix milliseconds, 0 for what was stored. */
  at: number;
}

/** Every cookie, header, parameter, body field and storage key of a recording, each once. */
export function inventoryOf(entries: readonly HarEntry[], states: readonly StorageState[]): Item[] {
  const items = valuesOf(entries, states).map(({ carrier, name, host }) => ({
    carrier,
    name,
    host,
  }));
  return [
    ...new Map(items.map((item) => [`${item.carrier}\0${item.host}\0${item.name}`, item])).values(),
  ];
}

/** The same with every value, in the order of the recording. */
export function valuesOf(
  entries: readonly HarEntry[],
  states: readonly StorageState[],
): PlacedValue[] {
  return [...entries.flatMap(ofEntry), ...states.flatMap(ofState)];
}

function ofEntry({ request, response, startedDateTime }: HarEntry): PlacedValue[] {
  const { hostname: host, protocol, searchParams } = new URL(request.url);
  const encrypted = protocol === 'https:' || protocol === 'wss:';
  const at =
    (carrier: Carrier, direction: PlacedValue['direction']) =>
    ([name, value]: readonly [string, string]): PlacedValue => ({
      carrier,
      name,
      value,
      host,
      direction,
      encrypted,
      at: Date.parse(startedDateTime),
    });
  const { postData } = request;
  const { mimeType, text = '' } = response.content;
  return [
    ...request.headers
      .filter(named('cookie'))
      .flatMap(({ value }) => value.split('; ').map(splitPair))
      .map(at('cookie', 'sent')),
    ...response.headers
      .filter(named('set-cookie'))
      .map(({ value }) => at('cookie', 'received')(splitPair(value))),
    ...request.headers
      .map(({ name, value }) => [name.toLowerCase(), value] as const)
      .map(at('header', 'sent')),
    ...[...searchParams].map(at('url', 'sent')),
    ...(postData ? fieldsOf(postData.mimeType, postData.text) : []).map(at('body', 'sent')),
    ...fieldsOf(mimeType, text).map(at('body', 'received')),
  ];
}

function fieldsOf(mimeType: string, text: string): [string, string][] {
  if (mimeType.includes('form-urlencoded')) return [...new URLSearchParams(text)];
  if (mimeType.includes('html'))
    return [...text.matchAll(/<input[^>]+type="?hidden"?[^>]*>/gi)].map(([tag]) => [
      `input[${/name="?([^"\s>]+)/.exec(tag)?.[1] ?? ''}]`,
      /value="?([^"\s>]+)/.exec(tag)?.[1] ?? '',
    ]);
  return stringsOf(text);
}

/**
 * JSON pointers (RFC 6901) of all strings in a JSON text, with the strings; none where it is no
 * JSON.
 */
export function stringsOf(text: string): [string, string][] {
  const walk = (value: unknown, pointer: string): [string, string][] => {
    if (typeof value === 'string') return [[pointer, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, `${pointer}/${escapeToken(key)}`),
    );
  };
  try {
    return walk(JSON.parse(text), '');
  } catch {
    return [];
  }
}

function ofState({ cookies, origins }: StorageState): PlacedValue[] {
  const areas = ['localStorage', 'sessionStorage'] as const;
  const stored = { direction: 'stored', encrypted: true, at: 0 } as const;
  return [
    ...cookies.map(({ name, domain, value }) => ({
      carrier: 'cookie' as const,
      name: String(name),
      value: String(value),
      host: String(domain).replace(/^\./, ''),
      ...stored,
    })),
    ...origins.flatMap((entry) =>
      areas.flatMap((carrier) =>
        entry[carrier].flatMap(({ name, value }) =>
          keysOf(name, value).map(([key, inner]) => ({
            carrier,
            name: key,
            value: inner,
            host: new URL(entry.origin).hostname,
            ...stored,
          })),
        ),
      ),
    ),
  ];
}

/** Each string in a JSON value, or the key itself; nothing where the value is empty. */
function keysOf(name: string, value: string): [string, string][] {
  if (/^(?:|\{\}|\[\])$/.test(value)) return [];
  const strings = stringsOf(value);
  return strings.length === 0
    ? [[name, value]]
    : strings.map(([pointer, inner]) => [name + pointer, inner]);
}

const named =
  (wanted: string) =>
  ({ name }: Pair) =>
    name.toLowerCase() === wanted;

function splitPair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}

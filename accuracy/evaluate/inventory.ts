import type { Carrier } from '../../src/engine/model.js';
import type { HeldCookie } from '../record/network-log.js';
import type { StorageState } from '../record/storage-state.js';

/** Something named that stands in a recording, read without the engine that is being measured. */
export interface Item {
  carrier: Carrier;
  name: string;
  host: string;
}

export interface HarEntry {
  _step: string;
  /** What the browser's own jar held for this address when the request left. */
  _held?: HeldCookie[];
  startedDateTime: string;
  time: number;
  request: { url: string; headers: Pair[]; postData?: { mimeType: string; text: string } };
  response: { headers: Pair[]; redirectURL: string; content: { mimeType: string; text?: string } };
}

interface Pair {
  name: string;
  value: string;
}

/** Every cookie, header, parameter, body field and storage key of a recording, each once. */
export function inventoryOf(entries: readonly HarEntry[], states: readonly StorageState[]): Item[] {
  const items = [...entries.flatMap(ofEntry), ...states.flatMap(ofState)];
  return [
    ...new Map(items.map((item) => [`${item.carrier}\0${item.host}\0${item.name}`, item])).values(),
  ];
}

function ofEntry({ request, response }: HarEntry): Item[] {
  const host = new URL(request.url).hostname;
  const at = (carrier: Carrier) => (name: string) => ({ carrier, name, host });
  return [
    ...request.headers
      .filter(named('cookie'))
      .flatMap(({ value }) => value.split('; ').map(beforeEquals))
      .map(at('cookie')),
    ...response.headers
      .filter(named('set-cookie'))
      .map(({ value }) => at('cookie')(beforeEquals(value))),
    ...request.headers.map(({ name }) => at('header')(name.toLowerCase())),
    ...[...new URL(request.url).searchParams.keys()].map(at('url')),
    ...(request.postData ? fieldsOf(request.postData.mimeType, request.postData.text) : []).map(
      at('body'),
    ),
    ...fieldsOf(response.content.mimeType, response.content.text ?? '').map(at('body')),
  ];
}

function fieldsOf(mimeType: string, text: string): string[] {
  if (mimeType.includes('form-urlencoded')) return [...new URLSearchParams(text).keys()];
  if (mimeType.includes('html'))
    return [...text.matchAll(/<input[^>]+type="?hidden"?[^>]*>/gi)].map(
      ([tag]) => `input[${/name="?([^"\s>]+)/.exec(tag)?.[1] ?? ''}]`,
    );
  return pointersOf(text);
}

/** JSON pointers (RFC 6901) of all strings in a JSON text; none where it is something else. */
export function pointersOf(text: string): string[] {
  const walk = (value: unknown, pointer: string): string[] => {
    if (typeof value === 'string') return [pointer];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  };
  try {
    return walk(JSON.parse(text), '');
  } catch {
    return [];
  }
}

function ofState({ cookies, origins }: StorageState): Item[] {
  const areas = ['localStorage', 'sessionStorage'] as const;
  return [
    ...cookies.map(({ name, domain }) => ({
      carrier: 'cookie' as const,
      name: String(name),
      host: String(domain).replace(/^\./, ''),
    })),
    ...origins.flatMap((entry) =>
      areas.flatMap((carrier) =>
        entry[carrier].flatMap(({ name, value }) =>
          keysOf(name, value).map((key) => ({
            carrier,
            name: key,
            host: new URL(entry.origin).hostname,
          })),
        ),
      ),
    ),
  ];
}

/** Each string in a JSON value, or the key itself; nothing where the value is empty. */
function keysOf(name: string, value: string): string[] {
  if (/^(?:|\{\}|\[\])$/.test(value)) return [];
  const pointers = pointersOf(value);
  return pointers.length === 0 ? [name] : pointers.map((pointer) => name + pointer);
}

const named =
  (wanted: string) =>
  ({ name }: Pair) =>
    name.toLowerCase() === wanted;
const beforeEquals = (pair: string) => pair.slice(0, pair.indexOf('='));

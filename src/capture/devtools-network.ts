import browser from 'webextension-polyfill';
import type { BodyOf, RequestRow, SeenBody, WholeHeaders } from '../recording/shown/view.js';
import type { PageRequest } from '../messaging/protocol.js';
import { isNoText, readPart } from '../recording/bodies/body-text.js';
import type { DevtoolsEntry } from '../recording/record.js';
import { devtoolsEntry, wantsBody, wantsEntry, type HarEntry } from './devtools-entry.js';
import { bodyOf, entryOf, headersOf } from './entry-of-row.js';
import { LIMITS } from '../engine/settings.js';

/** What DevTools hands over: a HAR entry whose body is fetched on demand. */
interface NetworkRequest extends HarEntry {
  getContent?(done: (content: string | null, encoding: string) => void): void;
}

interface DevtoolsNetwork {
  getHAR(done: (har: { entries: NetworkRequest[] }) => void): void;
  onRequestFinished: { addListener(listener: (request: NetworkRequest) => void): void };
}

const SEND_AFTER = 50;
/** Requests of which all headers are kept here: DevTools forgets them when the page changes. */
const ENTRIES = 2_000;
const entries: HarEntry[] = [];

/** A body that never comes must not hold its entry back; on a busy machine it may take seconds. */
const BODY_WITHIN = 10_000;

/**
 * Sends what DevTools alone knows, bodies and POST data, to the background. Runs in the panel's
 * page: bodies are read here, so that a password never leaves it and messages stay small.
 */
export function startDevtoolsCapture(tabId: number): void {
  const batch = new Batch(tabId);
  const take = async (request: NetworkRequest): Promise<void> => {
    if (!wantsEntry(request)) return;
    remember(request);
    const content = wantsBody(request) ? await contentOf(request) : undefined;
    batch.add(devtoolsEntry(request, content));
  };
  const network = devtoolsNetwork();
  network.onRequestFinished.addListener((request) => void take(request));
  network.getHAR(({ entries: told }) => {
    for (const entry of told) void take(entry);
  });
}

/** Without its bodies. */
function remember({ startedDateTime, request, response }: NetworkRequest): void {
  const { method, url, headers } = request;
  const { status } = response;
  entries.push({
    startedDateTime,
    request: { method, url, headers },
    response: { status, headers: response.headers },
  });
  if (entries.length > ENTRIES) entries.shift();
}

/** All headers of a request that DevTools told of; undefined for one that it did not. */
export async function wholeHeaders(row: RequestRow): Promise<WholeHeaders | undefined> {
  return headersOf(entries, row);
}

/**
 * A body, asked of DevTools for a person who looks at it or copies it: it is not kept. Null where
 * there was none, undefined where DevTools has it no more.
 */
export async function seenBody(
  row: RequestRow,
  whose: BodyOf,
): Promise<SeenBody | null | undefined> {
  const told = await new Promise<NetworkRequest[]>((resolve) =>
    devtoolsNetwork().getHAR(({ entries: all }) => resolve(all)),
  );
  const entry = entryOf(told, row);
  if (!entry) return undefined;
  return whose === 'request' ? bodyOf(entry) : answerOf(entry);
}

async function answerOf(entry: NetworkRequest): Promise<SeenBody | null | undefined> {
  const { mimeType = '', size = 0 } = entry.response.content ?? {};
  if (size <= 0) return null;
  const text = isNoText(mimeType) ? undefined : await contentOf(entry);
  if (text === undefined) return { mimeType, bytes: size };
  return text === '' ? undefined : readPart({ url: entry.request.url, mimeType, text });
}

/**
 * Chromium's DevTools takes callbacks only, in `browser` too; `chrome` takes them in both browsers.
 */
function devtoolsNetwork(): DevtoolsNetwork {
  return (globalThis as unknown as { chrome: { devtools: { network: DevtoolsNetwork } } }).chrome
    .devtools.network;
}

/** The text of a body; empty where DevTools has it no more, undefined where it is no text. */
async function contentOf(request: NetworkRequest): Promise<string | undefined> {
  const inline = request.response.content?.text;
  if (inline !== undefined || !request.getContent) return inline;
  return new Promise((resolve) => {
    setTimeout(() => resolve(''), BODY_WITHIN);
    request.getContent?.((text, encoding) =>
      resolve(encoding === 'base64' ? undefined : (text ?? '')),
    );
  });
}

/** Entries on their way: a message each would cost more than what is in it. */
class Batch {
  readonly #tabId: number;
  #entries: DevtoolsEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  add(entry: DevtoolsEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length >= LIMITS.devtoolsBatch) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), SEND_AFTER);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const message: PageRequest<'addDevtoolsEntries'> = {
      type: 'addDevtoolsEntries',
      tabId: this.#tabId,
      entries: this.#entries,
    };
    this.#entries = [];
    browser.runtime.sendMessage(message).catch((error: unknown) => {
      // The extension was updated under the panel: there is nobody to tell any more.
      console.error(`Entries of DevTools were lost: ${error instanceof Error ? error.name : ''}`);
    });
  }
}

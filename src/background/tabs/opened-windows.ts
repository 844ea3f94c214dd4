import type { LogRecord } from '../../recording/record.js';
import type { SessionStorage } from '../log/store-queue.js';

const KEY = 'opened';

/**
 * Windows of their own that a page opened: a login in one is the login of that page. A tab that it
 * opened beside itself is not: people open those, too, and read on there. The browser tells in
 * three events, in no certain order. Kept in `storage.session`: tab ids end with it.
 */
export class OpenedWindows {
  readonly #storage: SessionStorage;
  /** Ids of windows without tabs of their own, and the window and source of tabs that are new. */
  readonly #popups = new Set<number>();
  readonly #windows = new Map<number, number>();
  readonly #sources = new Map<number, number>();
  readonly #openers = new Map<number, number>();

  constructor(storage: SessionStorage) {
    this.#storage = storage;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    if (!Array.isArray(stored)) return;
    for (const [tabId, opener] of stored as [number, number][])
      if (!this.#openers.has(tabId)) this.#openers.set(tabId, opener);
  }

  /** There is a window of this type. */
  window(windowId: number, type: string | undefined): void {
    if (type === 'popup') this.#popups.add(windowId);
  }

  /** There is a tab in that window. */
  tab(tabId: number, windowId: number): void {
    this.#windows.set(tabId, windowId);
  }

  /** A page in another tab opened this one. */
  target(tabId: number, source: number): void {
    this.#sources.set(tabId, source);
  }

  /** The tab whose page opened this one as a window of its own. */
  openerOf(tabId: number): number | undefined {
    const known = this.#openers.get(tabId);
    if (known !== undefined) return known;
    const source = this.#sources.get(tabId);
    const windowId = this.#windows.get(tabId);
    if (source === undefined || source === tabId || windowId === undefined) return undefined;
    if (!this.#popups.has(windowId)) return undefined;
    this.#openers.set(tabId, source);
    this.#save();
    return source;
  }

  closeWindow(windowId: number): void {
    this.#popups.delete(windowId);
  }

  close(tabId: number): void {
    this.#windows.delete(tabId);
    this.#sources.delete(tabId);
    if (this.#openers.delete(tabId)) this.#save();
  }

  #save(): void {
    this.#storage.set({ [KEY]: [...this.#openers] }).catch((error: unknown) => {
      console.error(
        `Opened windows were not stored: ${error instanceof Error ? error.name : typeof error}`,
      );
    });
  }
}

/**
 * What the page that opened a window is told of it: its requests and forms, as those of its own
 * page.
 */
export function toldToOpener(record: LogRecord, shown: string): LogRecord | undefined {
  switch (record.kind) {
    case 'sent':
    case 'answered':
    case 'challenged': {
      const topUrl = record.topUrl ?? (record.type === 'document' ? record.url : shown);
      return { ...record, topUrl };
    }
    case 'failed':
    case 'login-form':
    case 'probes':
      return record;
    default:
      return undefined;
  }
}

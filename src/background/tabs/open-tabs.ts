import browser, { type Tabs } from 'webextension-polyfill';
import { originOf } from '../../engine/normalize/addresses/site.js';
import { withoutPasswords } from '../../engine/normalize/passwords/without-passwords.js';

/** What a browser tells of a tab that does not change while it is open. */
export interface TabSpace {
  id?: number | undefined;
  incognito?: boolean;
  /**
   * Firefox: of private windows, of each container, of all else. Chromium has a worker for each.
   */
  cookieStoreId?: string;
}

/** The tabs that are open, what they show, and whose cookies they use. */
export class OpenTabs {
  readonly #urls = new Map<number, string>();
  readonly #stores = new Map<number, string>();
  readonly #private = new Set<number>();
  /** Closed while this worker ran: the browser may still tell of their last requests. */
  readonly #closed = new Set<number>();

  async load(tabs: Promise<Tabs.Tab[]>): Promise<void> {
    for (const tab of await tabs) {
      this.know(tab);
      if (tab.id !== undefined && !this.#urls.has(tab.id)) this.show(tab.id, tab.url ?? '');
    }
  }

  /** Looks what tabs show now, after nothing was told of them for a while. */
  async look(): Promise<void> {
    for (const tab of await browser.tabs.query({})) {
      this.know(tab);
      if (tab.id !== undefined) this.show(tab.id, tab.url ?? '');
    }
  }

  /** Learns in which space a tab is: that of private windows, or of a container. */
  know({ id, incognito, cookieStoreId }: TabSpace): void {
    if (id === undefined || this.#closed.has(id)) return;
    if (incognito) this.#private.add(id);
    if (cookieStoreId !== undefined) this.#stores.set(id, cookieStoreId);
  }

  show(tabId: number, url: string): void {
    if (!this.#closed.has(tabId)) this.#urls.set(tabId, withoutPasswords(url));
  }

  close(tabId: number): void {
    this.#urls.delete(tabId);
    this.#stores.delete(tabId);
    this.#private.delete(tabId);
    this.#closed.add(tabId);
  }

  isOpen(tabId: number): boolean {
    return this.#urls.has(tabId);
  }

  isClosed(tabId: number): boolean {
    return this.#closed.has(tabId);
  }

  ids(): number[] {
    return [...this.#urls.keys()];
  }

  url(tabId: number): string {
    return this.#urls.get(tabId) ?? '';
  }

  isPrivate(tabId: number): boolean {
    return this.#private.has(tabId);
  }

  /** Tabs that show this origin and use this store of cookies. */
  ofOrigin(origin: string, store: string | undefined): number[] {
    return this.ids().filter(
      (id) => this.usesStore(id, store) && originOf(this.url(id)) === origin,
    );
  }

  /** Whether a tab uses this store of cookies; browsers that tell none have one for all tabs. */
  usesStore(tabId: number, store: string | undefined): boolean {
    return this.#stores.get(tabId) === store;
  }
}

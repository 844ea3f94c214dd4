import type { Tabs } from 'webextension-polyfill';
import { originOf } from '../engine/normalize/site.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';

/** The tabs that are open, and what they show. */
export class OpenTabs {
  readonly #urls = new Map<number, string>();
  /** Closed while this worker ran: the browser may still tell of their last requests. */
  readonly #closed = new Set<number>();

  async load(tabs: Promise<Pick<Tabs.Tab, 'id' | 'url'>[]>): Promise<void> {
    for (const { id, url } of await tabs) {
      if (id !== undefined && !this.#urls.has(id)) this.show(id, url ?? '');
    }
  }

  show(tabId: number, url: string): void {
    if (!this.#closed.has(tabId)) this.#urls.set(tabId, withoutPasswords(url));
  }

  close(tabId: number): void {
    this.#urls.delete(tabId);
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

  /** Tabs that show this origin. */
  ofOrigin(origin: string): number[] {
    return this.ids().filter((id) => originOf(this.url(id)) === origin);
  }
}

import type { Runtime } from 'webextension-polyfill';
import { inspectorPort } from '../../messaging/ports.js';
import type { SessionStorage } from '../log/store-queue.js';

const KEY = 'inspected';

/**
 * So long the DevTools of before have to say again that they are open, after a new worker began.
 */
const GRACE = 10_000;

/**
 * Tabs whose DevTools are open: each has a page of ours that holds a port. The worker ends before
 * they do, so the tabs are kept in `storage.session`, and believed until their pages had time to
 * connect.
 */
export class InspectedTabs {
  readonly #storage: SessionStorage;
  readonly #changed: () => void;
  readonly #ports = new Map<number, Set<Runtime.Port>>();
  #believed = new Set<number>();

  /** `changed` is told when a tab begins or ends to be inspected. */
  constructor(storage: SessionStorage, changed: () => void) {
    this.#storage = storage;
    this.#changed = changed;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    if (!Array.isArray(stored) || stored.length === 0) return;
    this.#believed = new Set(stored.map(Number));
    setTimeout(() => {
      this.#believed.clear();
      this.#tell();
    }, GRACE);
  }

  has(tabId: number): boolean {
    return this.#ports.has(tabId) || this.#believed.has(tabId);
  }

  /** Takes a port in; false where it is not that of a page in DevTools. */
  connect(port: Runtime.Port): boolean {
    const tabId = Number(port.name.slice(port.name.indexOf(':') + 1));
    if (!Number.isSafeInteger(tabId) || port.name !== inspectorPort(tabId)) return false;
    const ports = this.#ports.get(tabId) ?? new Set();
    this.#ports.set(tabId, ports.add(port));
    port.onDisconnect.addListener(() => {
      ports.delete(port);
      if (ports.size > 0) return;
      this.#ports.delete(tabId);
      this.#believed.delete(tabId);
      this.#tell();
    });
    this.#tell();
    return true;
  }

  #tell(): void {
    const inspected = [...new Set([...this.#ports.keys(), ...this.#believed])];
    void this.#storage.set({ [KEY]: inspected }).catch(() => undefined);
    this.#changed();
  }
}

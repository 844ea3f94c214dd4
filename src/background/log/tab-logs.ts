import type { LogRecord } from '../../recording/record.js';
import { bytesOf } from './log-head.js';
import { type Left, type TabLog, takeLeft } from './tab-log.js';
import { NOTHING_TOLD, type Told } from './told.js';

/** The logs of all tabs as this worker knows them, for who reads them; it writes nothing. */
export class TabLogs {
  readonly #tabs: ReadonlyMap<number, TabLog>;

  constructor(tabs: ReadonlyMap<number, TabLog>) {
    this.#tabs = tabs;
  }

  ids(): number[] {
    return [...this.#tabs.keys()];
  }

  has(tabId: number): boolean {
    return this.#tabs.has(tabId);
  }

  /** What is told of a tab without reading its log. */
  told(tabId: number): Told {
    return this.#tabs.get(tabId)?.told ?? NOTHING_TOLD;
  }

  /** Hands out, once, the oldest of the records of this worker that were not read yet. */
  take(tabId: number, most = Infinity): LogRecord[] {
    return this.#tabs.get(tabId)?.unread.splice(0, most) ?? [];
  }

  /** What earlier workers left of a tab and nobody has read: nothing else knows it then. */
  takeLeft(tabId: number): Left | undefined {
    const tab = this.#tabs.get(tabId);
    if (!tab || tab.left < 0) return undefined;
    return takeLeft(tabId, tab);
  }

  /** Bytes in the store: of one tab, or of all. */
  bytes(tabId?: number): number {
    const tabs = tabId === undefined ? [...this.#tabs.values()] : [this.#tabs.get(tabId)];
    return tabs.reduce((sum, tab) => sum + (tab ? bytesOf(tab.head) : 0), 0);
  }

  /** Bytes of a tab that no checkpoint holds. */
  loose(tabId: number): number {
    return this.#tabs.get(tabId)?.head.bytes ?? 0;
  }
}

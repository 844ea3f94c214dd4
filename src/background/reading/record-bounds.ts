import { LIMITS } from '../../engine/settings.js';
import type { SessionLog } from '../log/session-log.js';
import { replaceLog } from './replace-log.js';
import type { TabRecord } from './tab-record.js';

/** How much of its room a tab keeps when it has filled it. */
const KEEP = 0.85;

/** Whose records are kept within bounds. */
interface Bounded {
  log: SessionLog;
  /** How much of one tab is kept at most. */
  bytesPerTab: () => number;
  /** Reads what earlier workers left of a tab. */
  open: (tabId: number) => Promise<TabRecord>;
}

/** Makes records smaller that take more room than there is. */
export class RecordBounds {
  readonly #of: Bounded;
  /** Tabs that are being made smaller. */
  readonly #compacting = new Set<number>();
  /** Those of which more was refused meanwhile. */
  readonly #again = new Set<number>();

  constructor(of: Bounded) {
    this.#of = of;
  }

  /**
   * Something was written: no tab may take more than its part, nor all together more than there is.
   */
  keep(): void {
    const { log, bytesPerTab } = this.#of;
    for (const tabId of log.ids()) if (log.bytes(tabId) > bytesPerTab()) void this.#compact(tabId);
    const largest = this.#largest();
    if (log.bytes() > LIMITS.sessionTotal && largest !== undefined) void this.#compact(largest);
  }

  /** Makes room at the cost of the largest tab; a checkpoint then holds what was refused. */
  async refused(tabId: number): Promise<void> {
    const largest = this.#largest();
    if (largest !== undefined && largest !== tabId) await this.#compact(largest);
    await this.#compact(tabId, true);
  }

  #largest(): number | undefined {
    const { log } = this.#of;
    return log.ids().toSorted((a, b) => log.bytes(b) - log.bytes(a))[0];
  }

  async #compact(tabId: number, isRefused = false): Promise<void> {
    const { log, open } = this.#of;
    if (this.#compacting.has(tabId)) {
      if (isRefused) this.#again.add(tabId);
      return;
    }
    this.#compacting.add(tabId);
    const record = await open(tabId);
    if (log.has(tabId)) this.#shrink(tabId, record, isRefused);
    await log.flush();
    this.#compacting.delete(tabId);
    if (this.#again.delete(tabId)) await this.#compact(tabId, true);
  }

  #shrink(tabId: number, record: TabRecord, isRefused: boolean): void {
    const { log, bytesPerTab } = this.#of;
    const room = Math.min(bytesPerTab(), log.bytes(tabId));
    const state = JSON.stringify(record.read().save()).length;
    // What is no exchange but state cannot shrink.
    const isStuck = state > room / 2;
    // What the store does not hold says nothing of the room that there is.
    if (isRefused && (isStuck || record.isAtRisk))
      return replaceLog(log, tabId, record, record.checkpoint(bytesPerTab()));
    if (!isStuck) return replaceLog(log, tabId, record, record.checkpoint(room * KEEP - state));
    const { checkpoint, begin } = record.startOver();
    begin();
    replaceLog(log, tabId, record, checkpoint);
  }
}

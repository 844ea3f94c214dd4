import { batchKey, beyondOf, headKey, sizeOf } from './log-head.js';
import type { TabLog } from './tab-log.js';

/** What is written of one tab. */
export interface Outgoing {
  tabId: number;
  tab: TabLog;
  items: Record<string, unknown>;
  /** Number of its batch. */
  number: number;
  /** There is more in it than a head. */
  isBatch: boolean;
}

/**
 * What is to be written of a tab now: the lines that wait, and its head. `list`: the tabs there
 * are.
 */
export function outgoingOf(
  tabId: number,
  tab: TabLog,
  list: () => Record<string, unknown>,
): Outgoing {
  const number = tab.head.next;
  const batch = batchOf(tabId, tab);
  // Nothing waits any more: what is told is what the store will hold.
  tab.head.told = tab.told;
  const beyond = batch && beyondOf(tabId, tab.head);
  const head = tab.isChanging ? beyond : headOf(tabId, tab, list);
  return { tabId, tab, number, items: { ...batch, ...head }, isBatch: batch !== undefined };
}

/** The lines that wait. */
function batchOf(tabId: number, tab: TabLog): Record<string, string> | undefined {
  const { lines, head } = tab;
  if (lines.length === 0) return undefined;
  const text = `[${[tab.fresh ? 1 : 0, ...lines].join(',')}]`;
  Object.assign(tab, { lines: [], waiting: [], fresh: false });
  head.bytes += sizeOf(text);
  return { [batchKey(tabId, head.next++)]: text };
}

/** What tells the next worker of a tab. */
function headOf(
  tabId: number,
  tab: TabLog,
  list: () => Record<string, unknown>,
): Record<string, unknown> {
  const listed = tab.isListed ? {} : list();
  tab.isListed = true;
  return { ...listed, [headKey(tabId)]: tab.head };
}

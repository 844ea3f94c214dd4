import { LogWriter } from '../../recording/log/log-text.js';
import type { LogRecord } from '../../recording/record.js';
import { batchKeys, type Head, pieceKey } from './log-head.js';
import { type Told, toldOf } from './told.js';

/** What earlier workers left of a tab, in the order in which it is to be read. */
export interface Left {
  state: string | undefined;
  pieces: [number: number, key: string][];
  batches: string[];
  /** Requests that are lost, because memory alone held them. */
  lost: number;
}

/** The log of one tab as this worker knows it. */
export interface TabLog {
  head: Head;
  /** What is told of it now; the head has what the store holds. */
  told: Told;
  /** What was in batches before this number is in a checkpoint, or memory alone has it. */
  upTo: number;
  /** Batches before this number are those of earlier workers, and nobody has read them. */
  left: number;
  /** Records of this worker that nobody has read. */
  unread: LogRecord[];
  /** Records that wait to be written, and their lines. */
  waiting: LogRecord[];
  lines: string[];
  writer: LogWriter;
  /** The next batch can be read without those before it. */
  fresh: boolean;
  isListed: boolean;
  isGone: boolean;
  /** Its head is being made anew: until that is done, nobody else writes it. */
  isChanging: boolean;
}

/** The log of a tab with this head, of which nothing is to be read. */
export function tabLog(head: Head): TabLog {
  const writer = new LogWriter();
  const is = { isListed: false, isGone: false, isChanging: false };
  const nothing = { unread: [], waiting: [], lines: [] };
  return { head, told: head.told, writer, upTo: 0, left: -1, ...nothing, fresh: true, ...is };
}

/** Notes what was observed, to be written and to be read; gives the characters that it takes. */
export function noteRecord(tab: TabLog, record: LogRecord): number {
  const line = tab.writer.write(record);
  tab.lines.push(line);
  tab.waiting.push(record);
  tab.unread.push(record);
  tab.told = toldOf(tab.told, record);
  return line.length;
}

/** What is written from now on can be read without what was written before. */
export function beginAnew(tab: TabLog): void {
  tab.writer.beginAnew();
  tab.lines = tab.waiting.map((record) => tab.writer.write(record));
  tab.fresh = true;
}

/**
 * What was observed so far needs no batch; gives the number of the first batch of what comes now.
 */
export function supersede(tab: TabLog): number {
  tab.waiting = [];
  beginAnew(tab);
  tab.head.bytes = 0;
  tab.upTo = tab.head.next;
  return tab.upTo;
}

/** Hands out what earlier workers left of a tab: from now on somebody has read it. */
export function takeLeft(tabId: number, tab: TabLog): Left {
  const { first, state, pieces, atRisk = 0 } = tab.head;
  const batches = batchKeys(tabId, first, tab.left);
  tab.left = -1;
  return {
    state: state && pieceKey(tabId, state[0]),
    pieces: pieces.map(([number]) => [number, pieceKey(tabId, number)]),
    batches,
    lost: atRisk,
  };
}

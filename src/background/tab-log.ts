import { LogWriter } from '../recording/log-text.js';
import type { LogRecord } from '../recording/record.js';
import { batchKeys, type Head, pieceKey } from './log-head.js';
import type { Told } from './told.js';

/** What the reader of a log must know. */
export interface LogEvents {
  /** A record is there to be read. */
  added(tabId: number, record: LogRecord): void;
  /** What waited is in the store, or was refused. */
  flushed(): void;
  /** Something of the tab is in the store. */
  stored(tabId: number): void;
  /** The browser refused a batch: only a checkpoint of the tab can bring it in. */
  refused(tabId: number): void;
  /** The browser refused a checkpoint: nothing of the tab is in the store. */
  lost(tabId: number): void;
  /** What was known of the tab is not so any more. */
  forgotten(tabId: number): void;
}

/** What takes the place of a log: a state, and pieces beside those that stay. */
export interface Checkpoint {
  state: string;
  /** Pieces that are new. */
  add: readonly string[];
  /** Numbers of pieces that are needed no more. */
  drop: readonly number[];
}

/** A checkpoint that may take the place of one that is refused. */
export interface Smallest {
  checkpoint: Checkpoint;
  /** It has. */
  taken(): void;
}

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

/** What is written from now on can be read without what was written before. */
export function beginAnew(tab: TabLog): void {
  tab.writer.beginAnew();
  tab.lines = tab.waiting.map((record) => tab.writer.write(record));
  tab.fresh = true;
}

/** What was observed so far needs no batch; gives the number of the first batch of what comes now. */
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

import { LogWriter } from '../recording/log-text.js';
import type { LogRecord } from '../recording/record.js';
import {
  batchKey,
  batchKeys,
  bytesOf,
  type Head,
  headKey,
  keysOf,
  newHead,
  type Numbered,
  pieceKey,
} from './log-head.js';
import { StoreQueue, type SessionStorage } from './store-queue.js';
import { NOTHING_TOLD, type Told, toldOf } from './told.js';

/** How long a record may wait for others to be written with it. */
const FLUSH_AFTER = 25;
/** A batch of about this many characters is written at once. */
const FLUSH_SIZE = 256 * 1024;
/** Key of the list of tabs that have a log. */
const TABS = 'tabs';

const encoder = new TextEncoder();
const sizeOf = (text: string) => encoder.encode(text).length;

/** What the reader of a log must know. */
export interface LogEvents {
  /** A record is there to be read. */
  added(tabId: number, record: LogRecord): void;
  /** What waited is in the store. */
  flushed(): void;
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

/** What earlier workers left of a tab, in the order in which it is to be read. */
export interface Left {
  state: string | undefined;
  pieces: [number: number, key: string][];
  batches: string[];
}

/** The log of one tab as this worker knows it. */
interface TabLog {
  head: Head;
  /** Batches before this number are those of earlier workers, and nobody has read them. */
  left: number;
  /** Records of this worker that nobody has read. */
  unread: LogRecord[];
  /** Lines that wait to be written. */
  lines: string[];
  writer: LogWriter;
  /** The next batch can be read without those before it. */
  fresh: boolean;
  isListed: boolean;
  isGone: boolean;
}

/**
 * The append-only log of all tabs in `storage.session`, which outlives the worker. Every flush adds
 * a batch under a number of its own, and nothing that grows is ever written twice; a head tells which
 * numbers there are, so that no clock orders them. Nothing but the heads is read of what is there,
 * until somebody asks.
 */
export class SessionLog {
  readonly #store: StoreQueue;
  #on: Partial<LogEvents> = {};
  readonly #tabs = new Map<number, TabLog>();
  readonly #dirty = new Set<number>();
  #buffered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(storage: SessionStorage) {
    this.#store = new StoreQueue(storage);
  }

  /** From now on somebody is told. */
  tell(on: LogEvents): void {
    this.#on = on;
  }

  /** Learns which tabs earlier workers left, and nothing of what these hold. */
  async load(): Promise<void> {
    const { [TABS]: ids } = await this.#store.get([TABS]);
    if (!Array.isArray(ids)) return;
    const heads = await this.#store.get(ids.map((id) => headKey(Number(id))));
    for (const id of ids as number[]) {
      const head = heads[headKey(id)] as Head | undefined;
      if (!head || this.#tabs.has(id)) continue;
      this.#tabs.set(id, { ...tabLog(head), left: head.next, isListed: true });
      const { old } = head;
      head.old = [];
      if (old.length > 0) this.#store.after(() => this.#store.remove(old));
    }
  }

  /** Forgets the tabs that are not open any more. */
  keepOnly(isOpen: (tabId: number) => boolean): void {
    for (const tabId of this.ids()) if (!isOpen(tabId)) void this.remove(tabId);
  }

  ids(): number[] {
    return [...this.#tabs.keys()];
  }

  has(tabId: number): boolean {
    return this.#tabs.has(tabId);
  }

  add(tabId: number, record: LogRecord): void {
    const tab = this.#ensure(tabId);
    const line = tab.writer.write(record);
    tab.lines.push(line);
    tab.unread.push(record);
    tab.head.told = toldOf(tab.head.told, record);
    this.#on.added?.(tabId, record);
    this.#buffered += line.length;
    this.#soon(tabId);
  }

  /** What is told of a tab without reading its log. */
  told(tabId: number): Told {
    return this.#tabs.get(tabId)?.head.told ?? NOTHING_TOLD;
  }

  /** Keeps what was read of a tab. */
  note(tabId: number, told: Told): void {
    const tab = this.#tabs.get(tabId);
    if (!tab || JSON.stringify(tab.head.told) === JSON.stringify(told)) return;
    tab.head.told = told;
    this.#soon(tabId);
  }

  /** Hands out, once, the records of this worker that were not read yet. */
  take(tabId: number): LogRecord[] {
    const tab = this.#tabs.get(tabId);
    const unread = tab?.unread ?? [];
    if (tab && unread.length > 0) tab.unread = [];
    return unread;
  }

  /** What earlier workers left of a tab and nobody has read: nothing else knows it then. */
  takeLeft(tabId: number): Left | undefined {
    const tab = this.#tabs.get(tabId);
    if (!tab || tab.left < 0) return undefined;
    const { first, state, pieces } = tab.head;
    const batches = batchKeys(tabId, first, tab.left);
    tab.left = -1;
    return {
      state: state && pieceKey(tabId, state[0]),
      pieces: pieces.map(([number]) => [number, pieceKey(tabId, number)]),
      batches,
    };
  }

  /** Texts in the store; what is not there is left out. */
  async read(keys: string[]): Promise<string[]> {
    await this.#store.idle();
    const found = await this.#store.get(keys);
    return keys.flatMap((key) => (typeof found[key] === 'string' ? [found[key]] : []));
  }

  /** Writes what waits; resolves when everything so far is in the store. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#buffered = 0;
    const tabs = [...this.#dirty];
    this.#dirty.clear();
    for (const tabId of tabs) this.#writeBatch(tabId);
    if (tabs.length > 0) this.#store.after(async () => this.#on.flushed?.());
    return this.#store.idle();
  }

  /**
   * Replaces a tab's log, what waits included, by a checkpoint; by the smallest one where the
   * browser refuses that. Gives the numbers of the pieces that are added.
   */
  replace(tabId: number, checkpoint: Checkpoint, smallest: () => Checkpoint): number[] {
    const tab = this.#ensure(tabId);
    Object.assign(tab, { lines: [], unread: [], left: -1 });
    beginAnew(tab);
    const { head } = tab;
    head.bytes = 0;
    const upTo = head.next;
    const given = checkpoint.add.map(() => head.piece++);
    const state = head.piece++;
    this.#store.after(async () => {
      if (tab.isGone) return;
      const put = (one: Checkpoint) => this.#put(tabId, tab, one, { upTo, given, state });
      // No room for both? The state is in memory as well, so make room first.
      await put(checkpoint)
        .catch(() => this.#makeRoom(tabId, tab, upTo).then(() => put(checkpoint)))
        .catch(() => put(smallest()))
        .catch(() => this.#on.lost?.(tabId));
    });
    return given;
  }

  /** Forgets a tab. */
  remove(tabId: number): Promise<void> {
    const tab = this.#tabs.get(tabId);
    if (!tab) return this.#store.idle();
    tab.isGone = true;
    this.#tabs.delete(tabId);
    this.#on.forgotten?.(tabId);
    return this.#store.after(async () => {
      await this.#store.remove(keysOf(tabId, tab.head));
      await this.#store.set(this.#list());
    });
  }

  /** Forgets what was recorded of a tab, for good, and begins again with this. */
  startAgain(tabId: number, begun: LogRecord): void {
    const { revision } = this.told(tabId);
    void this.remove(tabId);
    this.#tabs.set(tabId, tabLog(newHead({ ...NOTHING_TOLD, revision: revision + 1 })));
    this.add(tabId, begun);
  }

  /** The browser gave a tab another id. */
  move(from: number, to: number): Promise<void> {
    const tab = this.#tabs.get(from);
    if (!tab) return this.#store.idle();
    void this.flush();
    this.#tabs.delete(from);
    this.#tabs.set(to, tab);
    return this.#store.after(async () => {
      const keys = keysOf(from, tab.head);
      const found = Object.entries(await this.#store.get(keys));
      await this.#store.remove(keys);
      const moved = found.map(([key, value]) => [key.replace(`:${from}`, `:${to}`), value]);
      const { head } = tab;
      await this.#store.set({ ...Object.fromEntries(moved), [headKey(to)]: head, ...this.#list() });
    });
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

  #ensure(tabId: number): TabLog {
    const tab = this.#tabs.get(tabId) ?? tabLog(newHead());
    this.#tabs.set(tabId, tab);
    return tab;
  }

  #list(): Record<string, unknown> {
    return { [TABS]: this.ids() };
  }

  #soon(tabId: number): void {
    this.#dirty.add(tabId);
    if (this.#buffered > FLUSH_SIZE) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER);
  }

  #writeBatch(tabId: number): void {
    const tab = this.#tabs.get(tabId);
    if (!tab) return;
    const { lines, head } = tab;
    const text = `[${[tab.fresh ? 1 : 0, ...lines].join(',')}]`;
    const isEmpty = lines.length === 0;
    const batch = isEmpty ? {} : { [batchKey(tabId, head.next)]: text };
    if (!isEmpty) {
      Object.assign(tab, { lines: [], fresh: false });
      head.next++;
      head.bytes += sizeOf(text);
    }
    this.#store.after(async () => {
      if (tab.isGone) return;
      try {
        const list = tab.isListed ? {} : this.#list();
        await this.#store.set({ ...batch, ...list, [headKey(tabId)]: head });
        tab.isListed = true;
      } catch {
        beginAnew(tab);
        if (!isEmpty) this.#on.refused?.(tabId);
      }
    });
  }

  async #put(
    tabId: number,
    tab: TabLog,
    { state, add, drop }: Checkpoint,
    numbers: { upTo: number; given: readonly number[]; state: number },
  ): Promise<void> {
    const { head } = tab;
    const texts = add.map((text, at): [number, string] => [numbers.given[at] ?? -1, text]);
    const sized = texts.map(([number, text]): Numbered => [number, sizeOf(text)]);
    const next: Head = {
      ...head,
      first: numbers.upTo,
      state: [numbers.state, sizeOf(state)],
      pieces: [...head.pieces.filter(([number]) => !drop.includes(number)), ...sized],
    };
    const still = new Set(keysOf(tabId, next));
    next.old = keysOf(tabId, head).filter((key) => !still.has(key));
    await this.#store.set({
      ...Object.fromEntries(texts.map(([number, text]) => [pieceKey(tabId, number), text])),
      [pieceKey(tabId, numbers.state)]: state,
      [headKey(tabId)]: next,
      ...this.#list(),
    });
    tab.isListed = true;
    await this.#store.remove(next.old);
    const { first, pieces } = next;
    Object.assign(head, { first, pieces, state: next.state, old: [] });
  }

  async #makeRoom(tabId: number, tab: TabLog, upTo: number): Promise<void> {
    const { head } = tab;
    const batches = batchKeys(tabId, head.first, upTo);
    const state = head.state ? [pieceKey(tabId, head.state[0])] : [];
    await this.#store.remove([...batches, ...state]);
    head.first = upTo;
  }
}

function tabLog(head: Head): TabLog {
  const writer = new LogWriter();
  const state = { left: -1, unread: [], lines: [], fresh: true, isListed: false, isGone: false };
  return { head, writer, ...state };
}

function beginAnew(tab: TabLog): void {
  tab.writer.beginAnew();
  tab.fresh = true;
}

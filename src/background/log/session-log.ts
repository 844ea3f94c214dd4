import type { LogRecord } from '../../recording/record.js';
import { headAfter, headKey, keysOf, newHead, textKeys } from './log-head.js';
import { type LogEvents, LogTeller } from './log-teller.js';
import { type Checkpoint, putCheckpoint, type Smallest } from './put-checkpoint.js';
import { movedTexts } from './moved-texts.js';
import { outgoingOf } from './outgoing.js';
import { putTogether } from './put-together.js';
import { StoreQueue, type SessionStorage } from './store-queue.js';
import { listedHeads, listOf, removeOld, RESERVE } from './tab-list.js';
import { beginAnew, noteRecord, supersede, type TabLog, tabLog } from './tab-log.js';
import { TabLogs } from './tab-logs.js';
import { NOTHING_TOLD, type Told } from './told.js';
import { WaitingTabs } from './waiting-tabs.js';

/** So many batches of a worker that ended may be still on their way when the next one looks. */
const UNDER_WAY = 4;

/**
 * The append-only log of all tabs in `storage.session`, which outlives the worker. Every flush adds
 * a batch under a number of its own, and nothing that grows is ever written twice; a head tells
 * which numbers there are, so that no clock orders them. Nothing but the heads is read of what is
 * there, until somebody asks.
 */
export class SessionLog extends TabLogs {
  readonly #store: StoreQueue;
  readonly #tabs: Map<number, TabLog>;
  readonly #teller: LogTeller;
  readonly #waiting = new WaitingTabs(() => void this.flush());

  /** `needReader`: somebody is needed who makes room. */
  constructor(storage: SessionStorage, needReader: () => void = () => {}) {
    const tabs = new Map<number, TabLog>();
    super(tabs);
    this.#tabs = tabs;
    this.#store = new StoreQueue(storage);
    this.#teller = new LogTeller(needReader);
  }

  /** From now on somebody is told. */
  tell(on: LogEvents): void {
    this.#teller.begin(on);
  }

  /** Learns which tabs earlier workers left, and nothing of what these hold. */
  async load(): Promise<void> {
    for (const { tabId, head } of await listedHeads(this.#store)) {
      if (this.#tabs.has(tabId)) continue;
      head.next += UNDER_WAY;
      this.#tabs.set(tabId, { ...tabLog(head), left: head.next, isListed: true });
      if (head.old.length > 0) void this.#store.after(() => removeOld(this.#store, head));
    }
  }

  /** Forgets the tabs that are not open any more. */
  keepOnly(isOpen: (tabId: number) => boolean): void {
    for (const tabId of this.ids()) if (!isOpen(tabId)) void this.remove(tabId);
  }

  add(tabId: number, record: LogRecord): void {
    const tab = this.#ensure(tabId);
    const characters = noteRecord(tab, record);
    this.#teller.on.added?.(tabId, record);
    this.#waiting.add(tabId, characters, Date.now() - record.at);
  }

  /** Keeps what was read of a tab. */
  note(tabId: number, told: Told): void {
    const tab = this.#tabs.get(tabId);
    if (!tab || JSON.stringify(tab.told) === JSON.stringify(told)) return;
    tab.told = told;
    this.#waiting.add(tabId);
  }

  /** Tells the next worker how many requests memory alone holds, all of which it will not have. */
  atRisk(tabId: number, count: number): void {
    const tab = this.#ensure(tabId);
    const { head } = tab;
    const old = textKeys(tabId, head);
    supersede(tab);
    Object.assign(head, { first: head.next, state: undefined, pieces: [], old: [], atRisk: count });
    this.#store.atOnce(async () => {
      // In one step: what comes meanwhile must not take this room.
      await this.#store.set({ [RESERVE]: '', [headKey(tabId)]: head });
      await this.#store.remove(old);
    });
  }

  /** Texts in the store, in the order of the keys; undefined where there is none. */
  async read(keys: readonly string[]): Promise<(string | undefined)[]> {
    await this.#store.idle();
    const found = await this.#store.get([...keys]);
    return keys.map((key) => (typeof found[key] === 'string' ? found[key] : undefined));
  }

  /** Writes what waits, and this with it; resolves when everything so far is in the store. */
  flush(also: Record<string, unknown> = {}): Promise<void> {
    const tabs = this.#waiting.take();
    this.#write(tabs, also);
    if (tabs.length > 0) this.#store.after(async () => this.#teller.on.flushed?.());
    return this.#store.idle();
  }

  /**
   * Replaces a tab's log, what waits included, by a checkpoint; by the smallest one where the
   * browser refuses that. Gives the numbers of the pieces that are added.
   */
  replace(tabId: number, checkpoint: Checkpoint, smallest: () => Smallest): number[] {
    const tab = this.#ensure(tabId);
    // The worker may end before the checkpoint is written.
    if (tab.lines.length > 0) this.#write([tabId]);
    Object.assign(tab, { unread: [], left: -1 });
    const { head } = tab;
    const given = checkpoint.add.map(() => head.piece++);
    const place = { tabId, tab, upTo: supersede(tab), given, state: head.piece++ };
    this.#changing(tab, async () => {
      if (tab.isGone) return;
      const put = putCheckpoint(this.#store, place, checkpoint, smallest, () => this.#list());
      await put.catch(() => this.#teller.on.lost?.(tabId));
    });
    return given;
  }

  /** Forgets a tab. */
  remove(tabId: number): Promise<void> {
    const tab = this.#tabs.get(tabId);
    if (!tab) return this.#store.idle();
    tab.isGone = true;
    this.#tabs.delete(tabId);
    this.#teller.on.forgotten?.(tabId);
    return this.#store.after(async () => {
      // It may have begun anew.
      const keysIn = this.#tabs.has(tabId) ? textKeys : keysOf;
      await this.#store.remove(keysIn(tabId, tab.head));
      await this.#store.set(this.#list());
    });
  }

  /** Forgets what was recorded of a tab, for good, and begins again with this. */
  startAgain(tabId: number, begun: LogRecord): void {
    const told = { ...NOTHING_TOLD, revision: this.told(tabId).revision + 1 };
    const before = this.#tabs.get(tabId)?.head ?? newHead();
    const head = headAfter(tabId, before, told);
    void this.remove(tabId).then(() => (head.old = []));
    this.#tabs.set(tabId, tabLog(head));
    this.add(tabId, begun);
  }

  /** The browser gave a tab another id. */
  move(from: number, to: number): Promise<void> {
    const tab = this.#tabs.get(from);
    if (!tab) return this.#store.idle();
    void this.flush();
    this.#tabs.delete(from);
    this.#tabs.set(to, tab);
    return this.#changing(tab, async () => {
      const texts = await movedTexts(this.#store, from, to, tab.head);
      await this.#store.set({ ...texts, [headKey(to)]: tab.head, ...this.#list() });
    });
  }

  #ensure(tabId: number): TabLog {
    if (!this.#tabs.has(tabId)) this.#tabs.set(tabId, tabLog(newHead()));
    return this.#tabs.get(tabId)!;
  }

  #list(): Record<string, unknown> {
    return listOf(this.ids());
  }

  /** Writes these tabs in one step: a worker that ends wrote all that it judged, or nothing. */
  #write(tabIds: readonly number[], also: Record<string, unknown> = {}): void {
    const batches = tabIds.flatMap((tabId) => {
      const tab = this.#tabs.get(tabId);
      return tab ? [outgoingOf(tabId, tab, () => this.#list())] : [];
    });
    this.#store.atOnce(() =>
      putTogether(this.#store, batches, also, {
        stored: (tabId) => this.#teller.on.stored?.(tabId),
        refused: ({ tabId, tab, isBatch }) => {
          beginAnew(tab);
          tab.isListed = false;
          if (isBatch) this.#teller.refused(tabId);
        },
      }),
    );
  }

  /** Makes the head of a tab anew, after all that was asked before; then it is written whole. */
  #changing(tab: TabLog, step: () => Promise<void>): Promise<void> {
    return this.#store.after(async () => {
      tab.isChanging = true;
      await step().finally(() => {
        tab.isChanging = false;
      });
      for (const [tabId, one] of this.#tabs) if (one === tab) this.#waiting.add(tabId);
    });
  }
}

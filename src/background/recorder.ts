import { PasswordFields } from '../engine/normalize/password-fields.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import type { RequestEvent } from '../recording/request-event.js';
import type { OpenTabs } from './open-tabs.js';
import { type OpenedWindows, toldToOpener } from './opened-windows.js';
import { FreshStarts } from './fresh-starts.js';
import type { LogRecord } from '../recording/record.js';
import type { Scope } from './scope.js';
import type { TabRecords } from './tab-records.js';
import { forgetTold } from './told-areas.js';

/** What a person does to the record is none of the site's traffic: a pause does not stop it. */
const BY_PERSON: ReadonlySet<LogRecord['kind']> = new Set(['marked', 'mark-noted', 'trial']);

/**
 * The one way into the records. What comes before it is known which tabs are open and recorded waits;
 * that takes some milliseconds. It does not wait for the records of earlier workers.
 */
export class Recorder {
  readonly #records: TabRecords;
  readonly #open: OpenTabs;
  readonly #scope: Scope;
  readonly #opened: OpenedWindows;
  readonly #changed: (tabId: number) => void;
  readonly #keepsLog: () => boolean;
  /** What submitted forms called their passwords: a GET form puts them into addresses. */
  readonly #passwords = new PasswordFields();
  readonly #fresh = new FreshStarts();
  #early: (() => void)[] | undefined = [];

  constructor(
    records: TabRecords,
    open: OpenTabs,
    scope: Scope,
    opened: OpenedWindows,
    changed: (tabId: number) => void,
    keepsLog: () => boolean = () => true,
  ) {
    this.#records = records;
    this.#open = open;
    this.#scope = scope;
    this.#opened = opened;
    this.#changed = changed;
    this.#keepsLog = keepsLog;
  }

  /** From now on it is known which tabs there are. */
  begin(): void {
    const early = this.#early ?? [];
    this.#early = undefined;
    for (const observe of early) observe();
  }

  observe(tabId: number, record: LogRecord): void {
    this.#when(() => this.#keep(tabId, record));
  }

  /**
   * A request without a tab, such as a service worker's, belongs to all tabs of its origin that use
   * the same cookies: one of a private window or a container to none outside of it.
   */
  observeRequest(
    tabId: number,
    initiator: string | undefined,
    event: RequestEvent,
    store?: string,
  ): void {
    if (tabId >= 0) return this.observe(tabId, event);
    if (initiator === undefined) return;
    this.#when(() => {
      for (const tab of this.#open.ofOrigin(initiator, store)) this.#keep(tab, event);
    });
  }

  /** A tab shows a page that was loaded: where the log is not kept, it begins with it. */
  shown(tabId: number, url: string): void {
    const at = Date.now();
    this.#when(() => {
      if (this.#open.isClosed(tabId)) return;
      const isPage = /^https?:/.test(url);
      const isRecorded = isPage && this.#scope.records(tabId, url);
      if (!this.#keepsLog()) this.#startAgain(tabId);
      if (isRecorded && !this.#keepsLog())
        this.#add(tabId, { kind: 'navigated', at, url: withoutPasswords(url) });
      // Whatever was recorded of the tab before: of this page it is nothing.
      if (isRecorded) this.#add(tabId, { kind: 'loaded', at });
      else if (isPage && this.#records.has(tabId)) this.#add(tabId, { kind: 'begun', at });
    });
  }

  /** These tabs are not recorded any more: of the pages that they show, part is unknown. */
  leaveOut(tabIds: readonly number[]): void {
    for (const tabId of tabIds)
      if (this.#records.has(tabId)) this.#add(tabId, { kind: 'begun', at: Date.now() });
  }

  #add(tabId: number, record: LogRecord): void {
    this.#records.add(tabId, record);
    this.#changed(tabId);
  }

  #startAgain(tabId: number): void {
    const coming = this.#fresh.take(tabId);
    if (coming.length === 0 && !this.#records.has(tabId)) return;
    const [first] = coming;
    this.#records.startAgain(tabId, { kind: 'begun', at: first?.at ?? Date.now() });
    for (const record of coming) this.#records.add(tabId, record);
    forgetTold(tabId);
    this.#changed(tabId);
  }

  #when(observe: () => void): void {
    if (this.#early) this.#early.push(observe);
    else observe();
  }

  #keep(tabId: number, record: LogRecord): void {
    const isHeard = BY_PERSON.has(record.kind) || this.#scope.takes(tabId, record);
    if (!isHeard || this.#open.isClosed(tabId)) return;
    if (record.kind === 'login-form') this.#passwords.learnForm(record);
    const clean = 'url' in record ? this.#passwords.cleanTold(record) : record;
    this.#records.add(tabId, clean);
    this.#fresh.note(tabId, clean);
    this.#changed(tabId);
    this.#tellOpener(tabId, record);
  }

  /** What happens in a window that a page opened is told in the record of that page as well. */
  #tellOpener(tabId: number, record: LogRecord): void {
    const opener = this.#opened.openerOf(tabId);
    if (opener === undefined || !this.#open.isOpen(opener)) return;
    const told = toldToOpener(record, this.#open.url(tabId));
    if (told) this.#keep(opener, told);
  }
}

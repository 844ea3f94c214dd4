import { PasswordFields } from '../engine/normalize/password-fields.js';
import type { RequestEvent } from '../recording/request-event.js';
import type { OpenTabs } from './open-tabs.js';
import { type OpenedWindows, toldToOpener } from './opened-windows.js';
import type { PausedTabs } from './paused-tabs.js';
import type { LogRecord } from '../recording/record.js';
import type { TabRecords } from './tab-records.js';

/** What a person does to the record is none of the site's traffic: a pause does not stop it. */
const BY_PERSON: ReadonlySet<LogRecord['kind']> = new Set(['marked', 'mark-noted', 'trial']);

/**
 * The one way into the records. What comes before it is known which tabs are open and paused waits;
 * that takes some milliseconds. It does not wait for the records of earlier workers.
 */
export class Recorder {
  readonly #records: TabRecords;
  readonly #open: OpenTabs;
  readonly #paused: PausedTabs;
  readonly #opened: OpenedWindows;
  readonly #changed: (tabId: number) => void;
  /** What submitted forms called their passwords: a GET form puts them into addresses. */
  readonly #passwords = new PasswordFields();
  #early: (() => void)[] | undefined = [];

  constructor(
    records: TabRecords,
    open: OpenTabs,
    paused: PausedTabs,
    opened: OpenedWindows,
    changed: (tabId: number) => void,
  ) {
    this.#records = records;
    this.#open = open;
    this.#paused = paused;
    this.#opened = opened;
    this.#changed = changed;
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

  /** A request without a tab, such as a service worker's, belongs to all tabs of its origin. */
  observeRequest(tabId: number, initiator: string | undefined, event: RequestEvent): void {
    if (tabId >= 0) return this.observe(tabId, event);
    if (initiator === undefined) return;
    this.#when(() => {
      for (const tab of this.#open.ofOrigin(initiator)) this.#keep(tab, event);
    });
  }

  #when(observe: () => void): void {
    if (this.#early) this.#early.push(observe);
    else observe();
  }

  #keep(tabId: number, record: LogRecord): void {
    const isHeard = BY_PERSON.has(record.kind) || !this.#paused.has(tabId);
    if (!isHeard || this.#open.isClosed(tabId)) return;
    if (record.kind === 'login-form') this.#passwords.learnForm(record);
    this.#records.add(tabId, 'url' in record ? this.#passwords.cleanTold(record) : record);
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

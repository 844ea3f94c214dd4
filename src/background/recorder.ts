import { isOfWeb } from '../engine/address.js';
import { PasswordFields } from '../engine/normalize/passwords/password-fields.js';
import { forgetTexts } from '../engine/memo.js';
import { broadDomainOf } from '../engine/normalize/addresses/site.js';
import { withoutPasswords } from '../engine/normalize/passwords/without-passwords.js';
import type { RequestEvent } from '../recording/requests/request-event.js';
import type { OpenTabs } from './tabs/open-tabs.js';
import { type OpenedWindows, toldToOpener } from './tabs/opened-windows.js';
import { Early } from './tabs/early.js';
import type { EarlyJournal, Observed } from './log/early-journal.js';
import { FreshStarts } from './log/fresh-starts.js';
import { Owners } from './tabs/owners.js';
import type { LogRecord } from '../recording/record.js';
import type { Scope } from './tabs/scope.js';
import type { SessionLog } from './log/session-log.js';
import { forgetTold } from './tabs/told-areas.js';

/** What a person does to the record is none of the site's traffic: a pause does not stop it. */
const BY_PERSON: ReadonlySet<LogRecord['kind']> = new Set([
  'marked',
  'mark-noted',
  'trial',
  'probes',
  'proof',
]);

/** What it works with. */
export interface RecorderParts {
  log: SessionLog;
  open: OpenTabs;
  scope: Scope;
  opened: OpenedWindows;
  journal: EarlyJournal;
  changed(tabId: number): void;
  /** False: every page begins a recording. */
  keepsLog(): boolean;
}

/**
 * The one way into the records. What comes before it is known which tabs are open and recorded
 * waits; that takes some milliseconds. It does not wait for the records of earlier workers.
 */
export class Recorder {
  readonly #log: SessionLog;
  readonly #open: OpenTabs;
  readonly #scope: Scope;
  readonly #opened: OpenedWindows;
  readonly #changed: (tabId: number) => void;
  readonly #keepsLog: () => boolean;
  /** What submitted forms called their passwords: a GET form puts them into addresses. */
  readonly #passwords = new PasswordFields(broadDomainOf);
  readonly #fresh = new FreshStarts();
  readonly #journal: EarlyJournal;
  readonly #early: Early;
  readonly #owners: Owners;

  constructor({ log, open, scope, opened, journal, changed, keepsLog }: RecorderParts) {
    this.#log = log;
    this.#open = open;
    this.#scope = scope;
    this.#opened = opened;
    this.#changed = changed;
    this.#keepsLog = keepsLog;
    this.#owners = new Owners(open);
    this.#journal = journal;
    this.#early = new Early((observed) => this.#judge(observed), journal);
  }

  /**
   * From now on it is known which tabs there are. What waited has waited long enough: it stands in
   * the log then, and in one step with that no more beside it, so that no worker judges it again.
   */
  begin(): void {
    this.#early.begin();
    void this.#log.flush(this.#journal.judged());
    void this.#journal.clear();
  }

  /** There is a tab that may not have been known. */
  opened(tabId: number): void {
    this.#early.opened(tabId);
  }

  closed(tabId: number): void {
    this.#early.closed(tabId);
  }

  observe(tabId: number, record: LogRecord): void {
    this.#early.take({ what: 'record', at: record.at, tabId, record });
  }

  /**
   * A request without a tab is that of a frame that is gone, or belongs to all tabs of its origin
   * that use the same cookies: one of a private window or a container to none outside of it.
   */
  observeRequest(
    tabId: number,
    initiator: string | undefined,
    event: RequestEvent,
    store?: string,
  ): void {
    this.#early.take({ what: 'request', at: event.at, tabId, initiator, event, store });
  }

  /** A tab shows a page that was loaded: where the log is not kept, it begins with it. */
  shown(tabId: number, url: string): void {
    this.#early.take({ what: 'shown', at: Date.now(), tabId, url: withoutPasswords(url) });
  }

  /** These tabs are not recorded any more: of the pages that they show, part is unknown. */
  leaveOut(tabIds: readonly number[]): void {
    for (const tabId of tabIds)
      if (this.#log.has(tabId)) this.#add(tabId, { kind: 'begun', at: Date.now() });
  }

  /** The tab is closed: nothing of it may stay in memory. */
  forget(tabId: number): void {
    this.#fresh.forget(tabId);
    forgetTold(tabId);
    // What reads the record lets go of its own: the two are built apart.
    forgetTexts();
  }

  #judge(observed: Observed): void {
    const { what, tabId } = observed;
    if (what === 'record') return this.#keep(tabId, observed.record);
    if (what === 'shown') return this.#show(tabId, observed);
    const { initiator, event, store } = observed;
    if (tabId < 0) return this.#keepWithoutTab(initiator, event, store);
    this.#owners.note(tabId, event);
    this.#keep(tabId, event);
  }

  #show(tabId: number, { at, url }: { at: number; url: string }): void {
    if (this.#open.isClosed(tabId)) return;
    const isPage = isOfWeb(url);
    const isRecorded = isPage && this.#scope.records(tabId, url);
    if (!this.#keepsLog()) this.#startAgain(tabId);
    if (isRecorded && !this.#keepsLog()) this.#add(tabId, { kind: 'navigated', at, url });
    // Whatever was recorded of the tab before: of this page it is nothing.
    if (isRecorded) this.#add(tabId, { kind: 'loaded', at });
    else if (isPage && this.#log.has(tabId)) this.#add(tabId, { kind: 'begun', at });
  }

  #add(tabId: number, record: LogRecord): void {
    this.#log.add(tabId, record);
    this.#changed(tabId);
  }

  #startAgain(tabId: number): void {
    const coming = this.#fresh.take(tabId);
    if (coming.length === 0 && !this.#log.has(tabId)) return;
    const [first] = coming;
    this.#log.startAgain(tabId, { kind: 'begun', at: first?.at ?? Date.now() });
    for (const record of coming) this.#log.add(tabId, record);
    forgetTold(tabId);
    this.#changed(tabId);
  }

  #keepWithoutTab(
    initiator: string | undefined,
    event: RequestEvent,
    store: string | undefined,
  ): void {
    const { tabs, certain } = this.#owners.of(event, initiator, store);
    for (const tabId of tabs) {
      if (certain) this.#keep(tabId, event);
      else if (event.kind === 'sent') this.#keep(tabId, { kind: 'unattributed', at: event.at });
    }
  }

  #keep(tabId: number, record: LogRecord): void {
    if (!this.#open.isOpen(tabId)) return this.#keepUnknown(tabId, record);
    const isHeard = BY_PERSON.has(record.kind) || this.#scope.takes(tabId, record);
    if (!isHeard) return;
    if (record.kind === 'login-form') this.#passwords.learnForm(record);
    const clean = 'url' in record ? this.#passwords.cleanTold(record) : record;
    this.#log.add(tabId, clean);
    this.#fresh.note(tabId, clean);
    this.#changed(tabId);
    this.#tellOpener(tabId, record);
  }

  /** Of a tab that is about to open, or closed, whose last requests may be told late. */
  #keepUnknown(tabId: number, record: LogRecord): void {
    if (this.#open.isClosed(tabId)) forgetTexts();
    else this.#early.hold(tabId, () => this.#keep(tabId, record));
  }

  /** What happens in a window that a page opened is told in the record of that page as well. */
  #tellOpener(tabId: number, record: LogRecord): void {
    const opener = this.#opened.openerOf(tabId);
    if (opener === undefined || !this.#open.isOpen(opener)) return;
    const told = toldToOpener(record, this.#open.url(tabId));
    if (told) this.#keep(opener, told);
  }
}

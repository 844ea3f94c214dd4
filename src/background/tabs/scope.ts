import { isAmong, type Options } from '../../messaging/options.js';
import type { TabScope } from '../../messaging/tab-status.js';
import type { DevtoolsEntry, LogRecord } from '../../recording/record.js';

/** What the answer depends on. */
export interface ScopeParts {
  options(): Options;
  isPaused(tabId: number): boolean;
  isInspected(tabId: number): boolean;
  /** Address that a tab shows. */
  url(tabId: number): string;
  /** The tab whose page opened this one as a window of its own. */
  openerOf(tabId: number): number | undefined;
}

/** What is recorded and what is not, as the user or the organisation chose. */
export class Scope {
  readonly #parts: ScopeParts;
  /** Tabs that were recorded when it was last asked. */
  #recorded = new Set<number>();
  /** When a tab last came to a site that is recorded, after one that is not. */
  readonly #since = new Map<number, number>();

  constructor(parts: ScopeParts) {
    this.#parts = parts;
  }

  /** Whether what a tab shows is listened to, and if not, why. */
  of(tabId: number, url = this.#parts.url(tabId)): TabScope {
    const { capture, sites } = this.#parts.options();
    if (capture === 'inspected') return this.#isInspected(tabId) ? 'recorded' : 'not-inspected';
    return capture === 'all' || isAmong(sites, url) ? 'recorded' : 'not-allowed';
  }

  /** True where a tab is neither paused nor left out. */
  records(tabId: number, url?: string): boolean {
    return !this.#parts.isPaused(tabId) && this.of(tabId, url) === 'recorded';
  }

  /**
   * True where something observed in a tab is recorded: a page by its own address, all else by its
   * page's.
   */
  takes(tabId: number, record: LogRecord): boolean {
    return this.records(tabId, this.#pageOf(tabId, record));
  }

  /** What DevTools tells of this tab and is recorded: it may tell late, and of the page before. */
  ofDevtools(tabId: number, entries: readonly DevtoolsEntry[]): DevtoolsEntry[] {
    const since = this.#since.get(tabId) ?? 0;
    return entries.filter(({ type, url, startedAt }) =>
      type === 'document'
        ? this.of(tabId, url) === 'recorded'
        : this.records(tabId) && startedAt >= since,
    );
  }

  /** A tab shows another address. */
  moved(tabId: number, before: string, at: number): void {
    if (this.of(tabId, before) !== 'recorded') this.#since.set(tabId, at);
  }

  close(tabId: number): void {
    this.#since.delete(tabId);
  }

  /** Those of these tabs that are not recorded any more, and were when this was last asked. */
  narrowed(tabIds: readonly number[]): number[] {
    const before = this.#recorded;
    this.#recorded = new Set(tabIds.filter((tabId) => this.of(tabId) === 'recorded'));
    return tabIds.filter((tabId) => before.has(tabId) && !this.#recorded.has(tabId));
  }

  /** True where anything that happens in one of these tabs may be recorded. */
  wantsAny(tabIds: readonly number[]): boolean {
    const { capture, sites } = this.#parts.options();
    const free = tabIds.filter((tabId) => !this.#parts.isPaused(tabId));
    if (capture === 'inspected') return free.some((tabId) => this.#isInspected(tabId));
    return free.length > 0 && (capture === 'all' || sites.length > 0);
  }

  #isInspected(tabId: number): boolean {
    const { isInspected, openerOf } = this.#parts;
    const opener = openerOf(tabId);
    return isInspected(tabId) || (opener !== undefined && isInspected(opener));
  }

  #pageOf(tabId: number, record: LogRecord): string {
    if (record.kind === 'navigated') return record.url;
    const isPage = 'type' in record && record.type === 'document';
    if (isPage) return record.url;
    return ('topUrl' in record ? record.topUrl : undefined) ?? this.#parts.url(tabId);
  }
}

import { Assembler, type SavedAssembler } from './assemble.js';
import type { RequestEvent } from './request-event.js';
import { Analysis, type SavedAnalysis } from '../engine/pipeline/analyze.js';
import type { Exchange, JarSnapshot, Millis, StorageSnapshot } from '../engine/model.js';
import { PasswordFields, type SavedPasswordFields } from '../engine/normalize/password-fields.js';
import { parseUrl, registrableDomain, siteOf } from '../engine/normalize/site.js';
import { ExchangeList, type SavedExchanges } from './exchange-list.js';
import { Join, type Joined, type SavedJoin } from './join.js';
import type { DevtoolsEntry, LogRecord } from './record.js';
import { StorageAreas } from './storage-areas.js';

/** A checkpoint's content: plain JSON data. */
export interface SavedTabState {
  url: string;
  analysis: SavedAnalysis;
  assembler: SavedAssembler;
  join: SavedJoin;
  areas: StorageSnapshot[];
  jar?: JarSnapshot;
  exchanges: SavedExchanges;
  domains: string[];
  sites: string[];
  passwordFields: SavedPasswordFields;
}

/** Registrable domains whose cookies are asked for, and top-level sites of partitions. */
const MAX_DOMAINS = 60;

/** All that is known of a tab: its log, read from front to back. Knows no browser and no clock. */
export class TabState {
  readonly analysis: Analysis;
  readonly exchanges: ExchangeList;
  readonly areas: StorageAreas;
  readonly #assembler: Assembler;
  readonly #join: Join;
  readonly #passwords: PasswordFields;
  readonly #domains: Set<string>;
  readonly #sites: Set<string>;
  jar: JarSnapshot | undefined;
  url: string;
  #navigated: boolean;

  constructor(revision: number, saved?: SavedTabState) {
    this.analysis = saved ? Analysis.restore(saved.analysis) : new Analysis();
    this.exchanges = new ExchangeList(revision, saved?.exchanges);
    this.areas = new StorageAreas(saved?.areas);
    this.#assembler = new Assembler(saved?.assembler);
    for (const exchange of this.#assembler.pending()) this.exchanges.put(exchange, true);
    this.#join = new Join(saved?.join);
    this.#passwords = new PasswordFields(saved?.passwordFields);
    this.#domains = new Set(saved?.domains);
    this.#sites = new Set(saved?.sites);
    this.jar = saved?.jar;
    this.url = saved?.url ?? '';
    this.#navigated = this.url !== '';
  }

  /** A checkpoint of at most about `limit` characters of exchanges; older ones are let go. */
  save(limit: number): SavedTabState {
    this.exchanges.shrink(limit);
    const analysis = this.analysis.save();
    return {
      url: this.url,
      // Links of exchanges that nobody can ask for any more.
      analysis: { ...analysis, links: analysis.links.filter(([id]) => this.exchanges.has(id)) },
      assembler: this.#assembler.save(),
      join: this.#join.save(),
      areas: this.areas.all(),
      ...(this.jar && { jar: this.jar }),
      exchanges: this.exchanges.save(),
      domains: [...this.#domains],
      sites: [...this.#sites],
      passwordFields: this.#passwords.save(),
    };
  }

  add(record: LogRecord): void {
    this.settle(record.at);
    switch (record.kind) {
      case 'sent':
      case 'answered':
      case 'challenged':
      case 'failed':
        return this.#addRequest(record);
      case 'jar':
        this.jar = record;
        return this.analysis.addSnapshot(record);
      case 'storage-observed':
        return this.analysis.addSnapshot(this.areas.add(record));
      case 'login-form':
        this.#passwords.learnForm(record);
        return this.analysis.addLoginForm(record);
      case 'devtools':
        return this.#addJoined(
          this.#join.addEntries(this.withoutPasswords(record.entries), record.at),
        );
      case 'navigated':
        return this.#show(record.url);
      case 'marked':
        return this.analysis.mark(record.name, record.at);
      case 'begun':
        return this.#join.startFrom(record.at);
    }
  }

  /**
   * Entries without what they hold under names that pages of this tab gave to their fields for
   * passwords: asked before the entries are recorded, so that nothing ever holds it.
   */
  withoutPasswords(entries: readonly DevtoolsEntry[]): DevtoolsEntry[] {
    for (const { url, responseBody } of entries)
      this.#passwords.learn(url, responseBody?.passwordFields);
    return entries.map((entry) => this.#passwords.cleanEntry(entry, this.url));
  }

  /** Gives up waiting for what should have come by now. */
  settle(now: Millis): void {
    this.#addJoined(this.#join.settle(now));
  }

  /** Registrable domains that took part, newest last. */
  domains(): string[] {
    return [...this.#domains];
  }

  /** Sites that this tab has shown: the keys of the cookie partitions that were in use. */
  sites(): ReadonlySet<string> {
    return this.#sites;
  }

  #addRequest(event: RequestEvent): void {
    const subject = 'url' in event ? { ...event, url: this.#passwords.cleanUrl(event.url) } : event;
    for (const exchange of this.#assembler.add(subject, this.url || undefined)) {
      const pending = this.#assembler.isPending(exchange);
      this.exchanges.put(exchange, pending);
      if (pending) this.#noteHost(exchange.url);
      else this.#finish(exchange);
    }
  }

  #finish(exchange: Exchange): void {
    // Recording began while the page was there already.
    if (exchange.type === 'document' && !this.#navigated) this.url = exchange.url;
    this.analysis.addExchange(exchange);
    this.#addJoined(this.#join.addExchange(exchange));
  }

  #addJoined({ exchanges, bodies }: Joined): void {
    for (const exchange of exchanges) {
      this.#noteHost(exchange.url);
      this.exchanges.put(exchange, false);
      this.analysis.addExchange(exchange);
    }
    for (const entry of bodies) {
      this.exchanges.putBodies(entry);
      this.analysis.addBodies(entry);
    }
  }

  #show(url: string): void {
    this.url = this.#passwords.cleanUrl(url);
    this.#navigated = true;
    this.#noteHost(url);
    remember(this.#sites, siteOf(url));
  }

  #noteHost(url: string): void {
    const host = parseUrl(url)?.hostname;
    if (host) remember(this.#domains, registrableDomain(host));
  }
}

/** Adds to the end; forgets the oldest beyond the limit. */
function remember(set: Set<string>, item: string): void {
  set.delete(item);
  set.add(item);
  const [oldest] = set;
  if (set.size > MAX_DOMAINS && oldest !== undefined) set.delete(oldest);
}

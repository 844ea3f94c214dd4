import { Analysis } from '../engine/pipeline/analyze.js';
import type { Exchange, JarSnapshot, LimitReached, Millis, Snapshot } from '../engine/model.js';
import { PasswordFields } from '../engine/normalize/password-fields.js';
import { domainOf } from '../engine/normalize/site.js';
import { LIMITS } from '../engine/settings.js';
import { judged } from './abridge.js';
import { Assembler } from './assemble.js';
import { Cleaning } from './cleaning.js';
import { ExchangeList } from './exchange-list.js';
import { Join, type Joined, MATCH_WITHIN } from './join.js';
import { exchangeLimits, storageLimits } from './limits.js';
import { Losses } from '../engine/losses.js';
import { answeredBy } from './late-parts.js';
import { MarkNotes } from './mark-notes.js';
import { Navigations } from './navigations.js';
import { Probes } from './probes.js';
import type { DevtoolsEntry, LogRecord, MarkedRecord } from './record.js';
import type { RequestEvent } from './request-event.js';
import { savedFacts, type SavedRecording } from './saved-recording.js';
import { StorageAreas } from './storage-areas.js';
import { Visited } from './visited.js';

/** What a recording takes in, line by line: it leads each to the parts that know what to do with it. */
export class Intake {
  readonly analysis: Analysis;
  readonly exchanges: ExchangeList;
  readonly areas: StorageAreas;
  readonly losses: Losses;
  readonly markNotes: MarkNotes;
  readonly navigations: Navigations;
  readonly #assembler: Assembler;
  readonly #join: Join;
  readonly #probes: Probes;
  readonly #passwords: PasswordFields;
  readonly visited: Visited;
  readonly cleaning: Cleaning;
  jar: JarSnapshot | undefined;
  url = '';
  /** Requests of windows that the page opened. */
  ofWindows = 0;
  /** The page that is shown was loaded while this was recorded. */
  loaded = false;
  /** What was recorded before an update of the extension is gone. */
  renewed = false;
  /** Requests that were only counted. */
  uneventful = 0;
  #navigated: boolean;
  /** Grows with everything that is observed; that of a later worker begins higher. */
  #revision: number;

  constructor(revision: number, saved?: SavedRecording) {
    this.#revision = revision;
    this.analysis = saved ? Analysis.restore(saved.analysis) : new Analysis();
    this.exchanges = new ExchangeList(revision, saved?.exchanges);
    this.losses = new Losses(saved?.losses);
    this.areas = new StorageAreas(saved?.areas, this.losses);
    this.#assembler = new Assembler(saved?.assembler, this.losses);
    for (const exchange of this.#assembler.pending()) this.exchanges.put(exchange, true);
    this.#join = new Join(saved?.join, this.losses);
    this.#probes = new Probes(saved?.probes);
    this.#passwords = new PasswordFields(domainOf, saved?.passwordFields);
    this.cleaning = new Cleaning(this.#passwords, () => this.url);
    this.visited = new Visited(this.losses, saved);
    this.markNotes = new MarkNotes(saved?.markNotes);
    this.navigations = new Navigations(saved?.navigations);
    this.jar = saved?.jar;
    Object.assign(this, savedFacts(saved));
    this.#navigated = this.url !== '';
  }

  save(): SavedRecording {
    const analysis = this.analysis.save();
    const probes = this.#probes.save();
    return {
      url: this.url,
      // Links of exchanges that nobody can ask for any more.
      analysis: { ...analysis, links: analysis.links.filter(([id]) => this.exchanges.has(id)) },
      assembler: this.#assembler.save(),
      join: this.#join.save(),
      areas: this.areas.all(),
      ...(this.jar && { jar: this.jar }),
      exchanges: this.exchanges.save(),
      ...this.visited.all(),
      passwordFields: this.#passwords.save(),
      losses: this.losses.save(),
      ...(this.ofWindows > 0 && { ofWindows: this.ofWindows }),
      loaded: this.loaded,
      ...(this.renewed && { renewed: true }),
      markNotes: this.markNotes.save(this.analysis.marks()),
      navigations: this.navigations.save(),
      ...(this.uneventful > 0 && { uneventful: this.uneventful }),
      ...(probes && { probes }),
    };
  }

  get revision(): number {
    return this.#revision;
  }

  /** Bounds that were reached so far. */
  limits(): LimitReached[] {
    return [
      ...this.losses.save(),
      ...storageLimits(this.areas.all(), this.jar),
      ...this.exchanges.limits(),
    ];
  }

  add(record: LogRecord): void {
    this.settle(record.at);
    // Nothing that a report says changes by it.
    if (record.kind === 'uneventful') {
      this.uneventful += record.count;
      return;
    }
    this.#revision++;
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
        if (this.#passwords.learnForm(record)) this.#cleanAgain();
        return this.analysis.addLoginForm(record);
      case 'devtools':
        return this.#addJoined(
          this.#join.addEntries(this.withoutPasswords(record.entries), record.at),
        );
      case 'navigated':
        return this.#show(record.url, record.at);
      case 'marked':
        return this.#mark(record);
      case 'mark-noted':
        return this.markNotes.take(record);
      case 'trial':
      case 'proof':
        return this.analysis.addTried(record);
      case 'loaded':
        this.loaded = true;
        return this.navigations.loaded(record.at, this.url);
      case 'probes':
        return this.#probes.expect(record.mark);
      case 'unattributed':
        return this.losses.note('unattributed');
      case 'begun':
        this.renewed = record.renewed ?? false;
        // DevTools may still know what went before: it is welcome.
        if (this.renewed) return;
        this.loaded = false;
        return this.#join.startFrom(record.at);
    }
  }

  /** Entries without what they hold under names that pages gave to their fields for passwords. */
  withoutPasswords(entries: readonly DevtoolsEntry[]): DevtoolsEntry[] {
    let news = false;
    for (const { url, responseBody } of entries) {
      const names = responseBody?.passwordFields ?? [];
      this.analysis.learnPasswords(url, names);
      news = this.#passwords.learn(url, names) || news;
    }
    if (news) this.#cleanAgain();
    return entries.map(this.cleaning.told);
  }

  /** Gives up waiting for what should have come by now. */
  settle(now: Millis): void {
    for (const exchange of this.#assembler.settle(now)) {
      this.exchanges.put(exchange, false);
      if (exchange.probe) this.#noteProbe(exchange, false);
      else this.#finish(exchange);
    }
    this.#addJoined(this.#join.settle(now));
  }

  /** Takes the exchanges of a file, and what their pages call passwords: for bodies read later. */
  takeAll(exchanges: readonly Exchange[], taken?: (part: number) => void): void {
    for (const exchange of exchanges) {
      this.#passwords.learn(exchange.url, exchange.response?.body?.passwordFields);
      this.exchanges.hold(exchange);
      this.navigations.take(exchange);
      this.#note(exchange);
    }
    this.analysis.addExchanges(exchanges, taken);
  }

  /** Takes the state of the jar, or of one storage area, as a file has it. */
  see(snapshot: Snapshot): void {
    if (snapshot.kind === 'jar') return this.add(snapshot);
    this.#revision++;
    const items = snapshot.items.map((item) => judged(item, snapshot.area));
    this.areas.put({ ...snapshot, items });
    this.analysis.addSnapshot(snapshot);
  }

  /** One that has nobody to be joined with. */
  #takeFinished(exchange: Exchange): void {
    this.#note(exchange);
    this.analysis.addExchange(exchange);
  }

  #note(exchange: Exchange): void {
    this.#revision++;
    this.losses.add(exchangeLimits(exchange));
    this.visited.asked(exchange.url);
  }

  #addRequest(told: RequestEvent): void {
    const event = this.#probes.read(told);
    if (event.kind === 'sent' && event.topUrl !== undefined) this.ofWindows++;
    for (const exchange of this.#assembler.add(this.cleaning.told(event), this.url || undefined)) {
      const pending = this.#assembler.isPending(exchange);
      this.exchanges.put(exchange, pending);
      if (exchange.probe) this.#noteProbe(exchange, pending);
      else if (pending) this.visited.asked(exchange.url);
      else this.#finish(exchange);
    }
  }

  /** One of a proof is shown and no more: what DevTools tells of it must not be taken for the page's. */
  #noteProbe(exchange: Exchange, pending: boolean): void {
    this.#revision++;
    this.#probes.note(exchange);
    if (!pending) this.#addJoined(this.#join.addExchange(exchange));
  }

  /** A page, or a form, can tell of its fields after the request in which they went. */
  #cleanAgain(): void {
    const clean = (exchange: Exchange) => this.#passwords.clean(exchange);
    this.url = this.#passwords.cleanUrl(this.url);
    this.navigations.rewrite((url) => this.#passwords.cleanUrl(url));
    this.exchanges.rewrite(clean);
    this.#assembler.rewrite(clean);
    this.#join.rewrite(this.cleaning.told);
  }

  #finish(exchange: Exchange): void {
    this.#revision++;
    // Recording began while the page was there already.
    if (exchange.type === 'document' && !this.#navigated) this.url = exchange.url;
    this.losses.add(exchange.limits);
    this.analysis.addExchange(exchange);
    this.#addJoined(this.#join.addExchange(exchange));
  }

  /** What was taken away makes room before what is still wanted. */
  #mark({ name, at }: MarkedRecord): void {
    const gone = this.markNotes.gone(this.analysis.marks());
    if (this.analysis.marks().length === LIMITS.marks && gone.length === 0)
      this.losses.note('marks');
    this.analysis.mark(name, at, gone);
  }

  #addJoined({ exchanges, bodies }: Joined): void {
    for (const told of exchanges) {
      if (this.#probes.isOne(told)) continue;
      const unanswered = this.#assembler.takeUnanswered(told, MATCH_WITHIN);
      const exchange = unanswered ? answeredBy(unanswered, told) : told;
      this.exchanges.put(exchange, false);
      this.#takeFinished(exchange);
    }
    for (const entry of bodies) {
      if (this.#probes.has(entry.exchangeId)) continue;
      this.#revision++;
      this.losses.add([...(entry.request?.limits ?? []), ...(entry.response?.limits ?? [])]);
      this.exchanges.putBodies(entry);
      this.analysis.addBodies(entry);
    }
  }

  #show(url: string, at: Millis): void {
    this.url = this.#passwords.cleanUrl(url);
    this.navigations.shown(at, this.url);
    this.#navigated = true;
    this.visited.shown(url);
  }
}

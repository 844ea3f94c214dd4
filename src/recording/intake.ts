import { Analysis } from '../engine/pipeline/analyze.js';
import type { Exchange, JarSnapshot, LimitReached, Millis, Snapshot } from '../engine/model.js';
import { LIMITS } from '../engine/settings.js';
import { judged } from './bodies/abridge.js';
import { Cleaning, type Rewritten } from './cleaning.js';
import { ExchangeList } from './exchanges/exchange-list.js';
import { storageLimits } from './limits.js';
import { Losses } from '../engine/losses.js';
import { MarkNotes } from './marks/mark-notes.js';
import { Navigations } from './requests/navigations.js';
import type { BegunRecord, LogRecord, MarkedRecord } from './record.js';
import { factsToSave, savedFacts, type SavedRecording } from './saved-recording.js';
import { StorageAreas } from './shown/storage-areas.js';
import { RequestIntake } from './requests/request-intake.js';
import { Visited } from './requests/visited.js';

/** What a recording takes in, line by line: it leads each to the parts that know what to do. */
export class Intake {
  readonly analysis: Analysis;
  readonly exchanges: ExchangeList;
  readonly areas: StorageAreas;
  readonly losses: Losses;
  readonly markNotes: MarkNotes;
  readonly navigations: Navigations;
  readonly #requests: RequestIntake;
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
    const rewritePending = (clean: Rewritten) => this.#requests.rewrite(clean);
    this.cleaning = new Cleaning(this, rewritePending, saved?.passwordFields);
    this.visited = new Visited(this.losses, saved);
    this.#requests = new RequestIntake(this, saved);
    this.markNotes = new MarkNotes(saved?.markNotes);
    this.navigations = new Navigations(saved?.navigations);
    this.jar = saved?.jar;
    Object.assign(this, savedFacts(saved));
    this.#navigated = this.url !== '';
  }

  save(): SavedRecording {
    const analysis = this.analysis.save();
    const { assembler, join, probes } = this.#requests.save();
    return {
      ...factsToSave(this),
      // Links of exchanges that nobody can ask for any more.
      analysis: { ...analysis, links: analysis.links.filter(([id]) => this.exchanges.has(id)) },
      assembler,
      join,
      areas: this.areas.all(),
      ...(this.jar && { jar: this.jar }),
      exchanges: this.exchanges.save(),
      ...this.visited.all(),
      passwordFields: this.cleaning.save(),
      losses: this.losses.save(),
      markNotes: this.markNotes.save(this.analysis.marks()),
      navigations: this.navigations.save(),
      ...(probes && { probes }),
    };
  }

  get revision(): number {
    return this.#revision;
  }

  /** Something was observed. */
  observed(): void {
    this.#revision++;
  }

  /** Shows what page it is, where recording began while it was there already. */
  documentCame(url: string): void {
    if (!this.#navigated) this.url = url;
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
    this.#take(record);
  }

  /** Leads what was observed to the part that knows what to do with it. */
  #take(record: Exclude<LogRecord, { kind: 'uneventful' }>): void {
    switch (record.kind) {
      case 'sent':
      case 'answered':
      case 'challenged':
      case 'failed':
        return this.#requests.add(record);
      case 'jar':
        this.jar = record;
        return this.analysis.addSnapshot(record);
      case 'storage-observed':
        return this.areas.add(record).forEach((area) => this.analysis.addSnapshot(area));
      case 'login-form':
        this.cleaning.learnForm(record);
        return this.analysis.addLoginForm(record);
      case 'devtools':
        return this.#requests.addEntries(this.cleaning.entries(record.entries), record.at);
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
        return this.#requests.expect(record.mark);
      case 'unattributed':
        return this.losses.note('unattributed');
      case 'begun':
        return this.#begin(record);
    }
  }

  /** Gives up waiting for what should have come by now. */
  settle(now: Millis): void {
    this.#requests.settle(now);
  }

  /** Takes the exchanges of a file, and what their pages call passwords: for bodies read later. */
  takeAll(exchanges: readonly Exchange[], taken?: (part: number) => void): void {
    for (const exchange of exchanges) {
      this.cleaning.learn(exchange);
      this.exchanges.hold(exchange);
      this.navigations.take(exchange);
      this.#requests.note(exchange);
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

  /** What was taken away makes room before what is still wanted. */
  #mark({ name, at }: MarkedRecord): void {
    const gone = this.markNotes.gone(this.analysis.marks());
    if (this.analysis.marks().length === LIMITS.marks && gone.length === 0)
      this.losses.note('marks');
    this.analysis.mark(name, at, gone);
  }

  #begin({ renewed, at }: BegunRecord): void {
    this.renewed = renewed ?? false;
    // DevTools may still know what went before: it is welcome.
    if (renewed) return;
    this.loaded = false;
    this.#requests.startFrom(at);
  }

  #show(url: string, at: Millis): void {
    this.url = this.cleaning.url(url);
    this.navigations.shown(at, this.url);
    this.#navigated = true;
    this.visited.shown(url);
  }
}

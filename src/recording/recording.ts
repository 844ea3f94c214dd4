import type { Settings } from '../engine/judging.js';
import type { Exchange, JarSnapshot, Millis } from '../engine/model.js';
import type { Report } from '../engine/report/report.js';
import { finished, type Steps } from '../engine/steps.js';
import type { Diagnosis } from '../engine/text.js';
import type { FileParts, RecordingReportOptions } from './recording-parts.js';
import type { ExchangeList } from './exchanges/exchange-list.js';
import { Intake } from './intake.js';
import { LastLook } from './shown/last-look.js';
import type { SavedRecording } from './saved-recording.js';
import type { DevtoolsEntry, LogRecord } from './record.js';
import { FindingCounts } from './finding-counts.js';
import { toldBeside } from './told-beside.js';
import { ShownMarks } from './shown/shown-marks.js';
import { ShownRequests } from './shown/shown-requests.js';
import { ShownStorage } from './shown/shown-storage.js';
import { ToTry } from './to-try.js';
import type { NavigationView, RecordingSummary } from './shown/view.js';

/**
 * All that is known of a tab, or of a file: its log, read from front to back, and what screens ask
 * of it. Knows no browser and no clock.
 */
export class Recording {
  readonly #intake: Intake;
  #diagnoses: readonly Diagnosis[] = [];
  readonly #counted = new FindingCounts();
  readonly #look = new LastLook(() => ({
    revision: this.revision,
    credentials: () => this.#intake.analysis.credentials(),
  }));

  /** Its requests, as screens show them. */
  readonly requests: ShownRequests;
  /** What the site keeps in the browser, as screens show it. */
  readonly storage: ShownStorage;
  /** Moments that were marked, as screens show them. */
  readonly marks: ShownMarks;
  /** What can be tried on it. */
  readonly toTry: ToTry;

  /** Revisions of a later worker begin higher, so that a viewer notices. */
  constructor(revision = 0, saved?: SavedRecording) {
    this.#intake = new Intake(revision, saved);
    this.requests = new ShownRequests(this.#intake, this.#look);
    this.storage = new ShownStorage(this.#intake, this.#look);
    this.marks = new ShownMarks(this.#intake);
    this.toTry = new ToTry(this.#intake, this.requests);
  }

  /** The recording of a file: finished exchanges in the order of their start. */
  static fromExchanges(exchanges: readonly Exchange[], parts: FileParts = {}): Recording {
    const recording = new Recording();
    const intake = recording.#intake;
    intake.takeAll(exchanges, parts.taken);
    for (const snapshot of parts.snapshots ?? []) intake.see(snapshot);
    intake.losses.add(parts.limits);
    const first = exchanges.find(({ type }) => type === 'document') ?? exchanges[0];
    intake.url = first?.url ?? '';
    recording.#diagnoses = parts.diagnoses ?? [];
    return recording;
  }

  /** All but the finished exchanges, which are written in pieces (`exchanges.pieces.toWrite`). */
  save(): SavedRecording {
    return this.#intake.save();
  }

  /** Lets exchanges go until all are at most so many characters; last those that a report names. */
  shrink(limit: number): void {
    const { exchanges, analysis } = this.#intake;
    if (exchanges.size <= limit) return;
    this.requests.link();
    const pinned = analysis.pointedAt();
    exchanges.shrink(limit, (id) => pinned.has(id));
  }

  /** One that begins again with nothing but the page that is shown, and how much was let go. */
  startOver(): Recording {
    const { exchanges, url } = this.#intake;
    const next = new Recording(Math.max(this.revision, exchanges.revision));
    next.#intake.url = url;
    next.#intake.uneventful = this.uneventful;
    next.exchanges.follow(exchanges);
    next.#intake.losses.add(this.#intake.losses.save());
    return next;
  }

  /** Takes one line of the log. */
  add(record: LogRecord): void {
    this.#intake.add(record);
  }

  /**
   * Entries without what they hold under names that pages of this tab gave to their fields for
   * passwords: asked before the entries are recorded, so that nothing ever holds it.
   */
  withoutPasswords(entries: readonly DevtoolsEntry[]): DevtoolsEntry[] {
    return this.#intake.cleaning.entries(entries);
  }

  /** Gives up waiting for what should have come by now. */
  settle(now: Millis): void {
    this.#intake.settle(now);
  }

  /** Reads on for as long as it may what was added; true where nothing is left to read. */
  readOn(mayGoOn: () => boolean, toTheEnd = false): boolean {
    return this.#intake.analysis.readOn(mayGoOn, toTheEnd);
  }

  /** Changes whenever something was observed. */
  get revision(): number {
    return this.#intake.revision;
  }

  get exchanges(): ExchangeList {
    return this.#intake.exchanges;
  }

  /** Address of the page that is shown, raw. */
  get url(): string {
    return this.#intake.url;
  }

  /** What was recorded before an update of the extension is gone. */
  get renewed(): boolean {
    return this.#intake.renewed;
  }

  /** False: the page that is shown was there before anything was recorded. */
  get loaded(): boolean {
    return this.#intake.loaded;
  }

  /** Requests that were only counted: they set no cookie and carried nothing in their address. */
  get uneventful(): number {
    return this.#intake.uneventful;
  }

  /** The jar as it was seen last. */
  get jar(): JarSnapshot | undefined {
    return this.#intake.jar;
  }

  /** Registrable domains that took part, newest last. */
  domains(): string[] {
    return this.#intake.visited.all().domains;
  }

  /** Sites that were shown: the keys of the cookie partitions that were in use. */
  sites(): string[] {
    return this.#intake.visited.all().sites;
  }

  report(options: RecordingReportOptions): Report {
    return finished(this.reportSteps(options));
  }

  /** The same, step by step: of use as long as the revision stays. */
  reportSteps({ source, ...options }: RecordingReportOptions): Steps<Report> {
    const { kind, url = this.url, dropped = this.exchanges.dropped } = source;
    return this.#intake.analysis.reportSteps({
      ...options,
      source: { kind, url, dropped },
      diagnoses: [...this.#diagnoses, ...toldBeside(this.#intake)],
      limits: this.#intake.limits(),
    });
  }

  /**
   * Counts, those of findings for one site or for all, kept until something is observed: no report
   * is made for them.
   */
  summary(settings?: Partial<Settings>, site?: string): RecordingSummary {
    return finished(this.summarySteps(settings, site));
  }

  /** The same, step by step: of use as long as the revision stays. */
  *summarySteps(settings?: Partial<Settings>, site?: string): Steps<RecordingSummary> {
    const { analysis, revision } = this.#intake;
    const findings = yield* this.#counted.of({ revision, settings, site }, () =>
      analysis.findingsSteps(settings ? { settings } : {}),
    );
    return { requests: this.exchanges.count, findings };
  }

  /** Marks this moment, to be compared with another one. */
  mark(name: string, at: Millis): void {
    this.add({ kind: 'marked', name, at });
  }

  /** Pages that the tab showed, in order. */
  navigations(): NavigationView[] {
    return this.#look.swept(this.#intake.navigations.views());
  }
}

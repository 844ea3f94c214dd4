import { type ReadonlySignal, signal } from '@preact/signals';
import type { Report } from '../../engine/report/report.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { TabStatus } from '../../messaging/tab-status.js';
import type { NavigationView, StorageView } from '../../messaging/views.js';
import type { Backend } from './backend.js';
import type { Connection } from '../store/connection.js';
import type { MarkedMoments } from '../store/marked-moments.js';
import { needsReport } from '../lists/named-credentials.js';
import type { Navigation } from '../navigation/navigation.js';
import type { ProofRuns } from '../store/proof-runs.js';
import { ReportPace } from '../store/report-pace.js';
import { RequestLog, type RequestRows } from '../store/request-log.js';

/** The viewer that asks: what it shows, and what of it follows the answers. */
interface Asking {
  readonly backend: Backend;
  readonly tabId: number;
  readonly connection: Connection;
  readonly nav: Navigation;
  readonly marked: MarkedMoments;
  readonly proofs: ProofRuns;
  readonly credentials: ReadonlySignal<ReadonlyMap<string, ReportCredential>>;
}

/** What the background told of one tab, asked for again as far as it is on screen. */
export class ToldOfTab {
  readonly report = signal<Report | null>(null);
  readonly status = signal<TabStatus | null>(null);
  readonly storage = signal<StorageView | null>(null);
  /** Pages that the tab showed, in order. */
  readonly navigations = signal<readonly NavigationView[]>([]);
  readonly requests = signal<RequestRows>({ rows: [], byId: () => undefined });

  readonly #viewer: Asking;
  #log = new RequestLog();
  /** The tab's, when it was asked last. */
  #site: string | null = null;
  #refreshing = false;
  #again = false;
  /** Grows when the tab is cleared, so that answers to older questions are not taken in. */
  #epoch = 0;
  readonly #pace = new ReportPace(() => void this.refresh());

  constructor(viewer: Asking) {
    this.#viewer = viewer;
  }

  /** Changes where answers to older questions are no longer to be taken in. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Asks again for all that is on screen. Calls during a refresh become one more refresh. */
  async refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = true;
    this.#viewer.connection.stop();
    do {
      this.#again = false;
      await this.#fetch();
    } while (this.#again);
    this.#refreshing = false;
  }

  /** The report is another one, though nothing was observed. */
  judgedAnew(): void {
    this.#pace.forget();
    void this.refresh();
  }

  /** What was told is not there any more, or is another thing. */
  forget(): void {
    this.#epoch += 1;
    this.#pace.forget();
    this.#log = new RequestLog();
    this.#showLog();
  }

  stop(): void {
    this.#pace.stop();
  }

  async #fetch(): Promise<void> {
    const { backend, tabId, connection, nav, marked, proofs } = this.#viewer;
    await connection.attempt(async () => {
      const epoch = this.#epoch;
      const screen = nav.screen.peek();
      const [status, marks, list, storage, navigations] = await Promise.all([
        backend.ask('getStatus', { tabId }),
        screen === 'compare' ? backend.ask('getMarks', { tabId }) : null,
        screen === 'requests' || nav.span.peek() !== null
          ? backend.ask('getRequests', this.#log.firstPage(tabId))
          : null,
        screen === 'storage' ? backend.ask('getStorage', { tabId }) : null,
        screen === 'flow' || screen === 'compare' ? backend.ask('getNavigations', { tabId }) : null,
      ]);
      if (epoch !== this.#epoch) return;
      this.status.value = status;
      this.#follow(status);
      if (marks) marked.take(marks);
      if (list) await this.#log.follow(list, backend, tabId, () => this.#showLog());
      if (epoch !== this.#epoch) return;
      if (storage) this.storage.value = storage;
      if (navigations) this.navigations.value = navigations;
      const isDue = this.#pace.isDue(status.revision, this.#needsReport());
      if (isDue) await this.#fetchReport(status, epoch);
      nav.settle();
      await proofs.follow(isDue, screen === 'overview' || screen === 'credentials');
      if (screen === 'compare') await marked.compare();
    });
  }

  /** A tab that goes to another site is followed there, whatever was put in front. */
  #follow({ site }: TabStatus): void {
    if (site !== this.#site) this.#viewer.nav.followTab();
    this.#site = site;
  }

  /**
   * The report itself is on screen, or a list that names a credential which the last one did not
   * have.
   */
  #needsReport(): boolean {
    if (this.report.peek() === null) return true;
    const { nav, credentials } = this.#viewer;
    const shown = [nav.screen.peek(), this.requests.peek(), this.storage.peek()] as const;
    return needsReport(...shown, credentials.peek());
  }

  async #fetchReport({ revision }: TabStatus, epoch: number): Promise<void> {
    const { backend, tabId } = this.#viewer;
    const report = await backend.ask('getReport', { tabId });
    if (epoch !== this.#epoch) return;
    this.#pace.taken(revision);
    this.report.value = report;
  }

  #showLog(): void {
    const log = this.#log;
    this.requests.value = { rows: log.rows, byId: (id) => log.byId(id) };
  }
}

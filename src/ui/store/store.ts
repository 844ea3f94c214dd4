import { computed, type ReadonlySignal } from '@preact/signals';
import type { Severity } from '../../engine/model.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import type { ReportFlow } from '../../engine/report/report-event.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import type { Backend } from '../backend/backend.js';
import { Connection } from './connection.js';
import { type FindingsBy, isFindingsBy } from '../lists/group-by-subject.js';
import { byCredential, worstOfEach } from '../lists/group-findings.js';
import type { Needle } from '../filter/filter-hits.js';
import { needlesOf } from '../filter/needles.js';
import { isNames, keptLooks } from '../grid/look.js';
import { JudgingChoices } from './judging-choices.js';
import { MarkedMoments } from './marked-moments.js';
import type { MarkedPair } from './marked-pair.js';
import type { Known } from '../filter/request-filter.js';
import { Navigation } from '../navigation/navigation.js';
import { kept } from './preferences.js';
import { ProofRuns } from './proof-runs.js';
import { RecordingCommands } from '../backend/recording-commands.js';
import { RevealedValues } from './revealed-values.js';
import { SeenBodies } from './seen-bodies.js';
import { SiteInFront } from './site-in-front.js';
import { InSpan } from '../span/in-span.js';
import { type ProvedLast, provedLast } from '../../engine/report/formats/picture-marks.js';
import { steady } from './steady.js';
import { StoredEntries } from './stored-entries.js';
import { type Story, storyOf } from '../lists/story.js';
import { stripInFront } from '../strip/strip-in-front.js';
import type { Strip } from '../strip/strip-layout.js';
import { Menus } from '../menu/menus.js';
import { OptionChoices } from './option-choices.js';
import { Times } from '../format/times.js';
import { Toasts } from './toasts.js';
import { ToldOfTab } from '../backend/told-of-tab.js';

/** All state of one viewer of one tab. Screens read its signals and call its methods. */
export class ViewerStore {
  readonly connection = new Connection(() => void this.refresh());
  readonly #told = new ToldOfTab(this);
  readonly report = this.#told.report;
  readonly status = this.#told.status;
  readonly storage = this.#told.storage;
  /** Pages that the tab showed, in order. */
  readonly navigations = this.#told.navigations;
  readonly requests = this.#told.requests;

  readonly nav = new Navigation(
    () => void this.refresh(),
    (place) => this.inSpan.leavesOut(place),
    {
      front: () => this.front.name.value,
      of: (id) => this.credentials.value.get(id)?.site,
    },
  );
  /** How somebody likes each list, and the panes. */
  readonly lists = keptLooks('credentials', 'requests', 'storage', 'cookies');
  /** True: the flow picture is a list of sentences. */
  readonly pictureAsText = kept('pictureAsText', false, (value) => typeof value === 'boolean');
  /** What findings stand under. */
  readonly findingsBy = kept<FindingsBy>('findingsBy', 'rule', isFindingsBy);
  /** Part of the space that a detail pane takes, in percent. */
  readonly detailShare = kept('detailShare', 42, Number.isFinite);

  /** Parts of a detail that somebody folded. */
  readonly foldedSections = kept<readonly string[]>('foldedSections', [], isNames);

  /** What the filter of the screen that is shown looks for. */
  readonly needles: ReadonlySignal<readonly Needle[]> = computed(() => needlesOf(this.nav));

  readonly revealed: RevealedValues;
  readonly marked: MarkedMoments;
  readonly choices: JudgingChoices;
  readonly options: OptionChoices;
  readonly times = new Times(this.report);
  readonly toasts = new Toasts();
  readonly recording = new RecordingCommands(this, this.#told, () => this.#forget());
  readonly stored: StoredEntries;
  readonly proofs: ProofRuns;
  readonly bodies: SeenBodies;
  readonly menus = new Menus();
  readonly credentials: ReadonlySignal<ReadonlyMap<string, ReportCredential>>;
  readonly findingsOf: ReadonlySignal<ReadonlyMap<string, ReportFinding[]>>;
  readonly story: ReadonlySignal<Story>;
  readonly front: SiteInFront;
  readonly strip: ReadonlySignal<Strip | undefined>;
  readonly picture: ReadonlySignal<ReportPicture | undefined>;
  /** What was proved, as the picture shows it. */
  readonly proved: ReadonlySignal<readonly ProvedLast[]>;
  readonly flows: ReadonlySignal<readonly ReportFlow[]>;
  /** What is shown of all this while a stretch of time is selected. */
  readonly inSpan: InSpan;

  /** Asked for by every row that is drawn. */
  readonly #worst: ReadonlySignal<ReadonlyMap<string, Severity | null>>;

  constructor(
    readonly backend: Backend,
    readonly tabId: number,
  ) {
    this.revealed = new RevealedValues(backend, tabId);
    this.marked = new MarkedMoments(backend, tabId, this.toasts, () => void this.refresh());
    this.bodies = new SeenBodies(backend, tabId);
    this.stored = new StoredEntries(backend, tabId, this.toasts, () => this.refresh());
    this.proofs = new ProofRuns(backend, tabId);
    this.choices = new JudgingChoices(backend, () => this.#told.judgedAnew());
    this.options = new OptionChoices(backend, () => void this.refresh());
    this.credentials = computed(
      () => new Map((this.report.value?.credentials ?? []).map((each) => [each.id, each])),
    );
    this.findingsOf = computed(() => byCredential(this.report.value?.findings ?? []));
    this.#worst = computed(() => worstOfEach(this.findingsOf.value));
    this.story = computed(() => storyOf(this.report.value?.events ?? []));
    this.front = new SiteInFront(this.report, this.status, this.nav.site);
    this.strip = stripInFront(this.report, this.front, this.navigations);
    this.picture = steady(() => this.front.verdict.value?.picture);
    this.proved = steady(() => (this.report.value ? provedLast(this.report.value) : []));
    this.flows = steady(() => this.report.value?.flows ?? []);
    this.inSpan = new InSpan({ ...this, span: this.nav.span });
  }

  /** Starts to watch; returns the function that stops it. */
  start(): () => void {
    const unwatch = this.backend.watch(this.tabId, () => void this.refresh());
    void this.refresh();
    void this.options.load();
    return () => {
      unwatch();
      this.connection.stop();
      this.#told.stop();
    };
  }

  /** Asks again for all that is on screen. Calls during a refresh become one more refresh. */
  refresh(): Promise<void> {
    return this.#told.refresh();
  }

  /** What was shown is not there any more, or is another thing. */
  #forget(): void {
    this.#told.forget();
    this.revealed.forget();
    this.marked.forget();
    this.nav.forget();
  }

  /** Marks this moment. Returns false where the background did not answer. */
  async mark(name: string): Promise<boolean> {
    const { backend, tabId } = this;
    const marked = await this.connection.attempt(async () => {
      const { epoch } = this.#told;
      const marks = await backend.ask('mark', { tabId, name });
      if (epoch === this.#told.epoch) this.marked.takeNew(marks);
    });
    void this.refresh();
    return marked;
  }

  /** Compares with another mark on one side. */
  chooseMark(side: keyof MarkedPair, id: number): void {
    this.marked.choose(side, id);
    void this.refresh();
  }

  /** What a rule complains of, in words. */
  ruleTitle(ruleId: string): string {
    return this.report.value?.rules.find(({ id }) => id === ruleId)?.title ?? ruleId;
  }

  /** Worst severity among the findings of a credential. */
  readonly worstOf = (credentialId: string): Severity | null =>
    this.#worst.value.get(credentialId) ?? null;

  /** What the request filter may know beside a row. */
  readonly known: Known = {
    factsOf: (id) => {
      const credential = this.credentials.value.get(id);
      return credential && { ...credential, worst: this.worstOf(id) };
    },
    momentsOf: (id) => this.story.value.momentsOf(id),
  };
}

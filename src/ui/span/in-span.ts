import { computed, type ReadonlySignal } from '@preact/signals';
import type { Report } from '../../engine/report/report.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import type { ReportFlow } from '../../engine/report/report-event.js';
import type { ReportPicture } from '../../engine/report/report-site.js';
import type { RequestRow } from '../../messaging/views.js';
import type { Place } from '../navigation/place.js';
import type { RequestRows } from '../store/request-log.js';
import {
  credentialsIn,
  findingsIn,
  type FindingsIn,
  flowsIn,
  instantsOf,
  type PictureIn,
  pictureIn,
} from './report-in-span.js';
import { isWithin, type TimeSpan } from './time-span.js';

interface Whole {
  span: ReadonlySignal<TimeSpan | null>;
  report: ReadonlySignal<Report | null>;
  requests: ReadonlySignal<RequestRows>;
  picture: ReadonlySignal<ReportPicture | undefined>;
  flows: ReadonlySignal<readonly ReportFlow[]>;
}

/** What every screen shows while a stretch of time is selected; all there is while none is. */
export class InSpan {
  readonly requests: ReadonlySignal<readonly RequestRow[]>;
  readonly credentials: ReadonlySignal<readonly ReportCredential[]>;
  readonly findings: ReadonlySignal<FindingsIn>;
  readonly picture: ReadonlySignal<PictureIn | undefined>;
  readonly flows: ReadonlySignal<ReturnType<typeof flowsIn>>;
  readonly #instants: ReadonlySignal<ReadonlyMap<string, number>>;
  readonly #whole: Whole;

  constructor(whole: Whole) {
    const { span, report, requests, picture, flows } = whole;
    this.#whole = whole;
    this.#instants = computed(() => (report.value ? instantsOf(report.value) : new Map()));
    this.requests = computed(() => {
      const { rows } = requests.value;
      const chosen = span.value;
      return chosen ? rows.filter(({ startedAt }) => isWithin(chosen, startedAt)) : rows;
    });
    this.credentials = computed(() => {
      if (!report.value) return [];
      return span.value ? credentialsIn(report.value, span.value) : report.value.credentials;
    });
    this.findings = computed(() => {
      const all = report.value?.findings ?? [];
      return span.value
        ? findingsIn(all, span.value, (id) => this.#instantOf(id))
        : { findings: new Set(all), undated: 0 };
    });
    this.picture = computed(() => picture.value && pictureIn(picture.value, span.value));
    this.flows = computed(() => flowsIn(flows.value, span.value));
  }

  readonly holds = (finding: ReportFinding): boolean => this.findings.value.findings.has(finding);

  /** Whether a link leads to something that is not within the selected stretch. */
  leavesOut(place: Place): boolean {
    const span = this.#whole.span.peek();
    if (span === null) return false;
    if ('credential' in place)
      return !this.credentials.peek().some(({ id }) => id === place.credential);
    if ('rule' in place)
      return ![...this.findings.peek().findings].some(({ ruleId }) => ruleId === place.rule);
    if (!('request' in place)) return false;
    // The list goes by when a request began, the report by when it was answered.
    const { startedAt } = this.#whole.requests.peek().byId(place.request) ?? {};
    const at = startedAt ?? this.#instants.peek().get(place.request);
    return at !== undefined && !isWithin(span, at);
  }

  #instantOf(exchangeId: string): number | undefined {
    const { byId } = this.#whole.requests.value;
    return this.#instants.value.get(exchangeId) ?? byId(exchangeId)?.startedAt;
  }
}

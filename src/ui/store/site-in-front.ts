import { computed, type ReadonlySignal } from '@preact/signals';
import type { Report } from '../../engine/report/report.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import type { SiteVerdict } from '../../engine/report/report-site.js';
import type { TabStatus } from '../../messaging/tab-status.js';
import { isStanding } from '../lists/group-findings.js';

/** The site that screens speak of: that of the tab's address, until another one is put in front. */
export class SiteInFront {
  /** Scheme and registrable domain; undefined where neither tab nor report has one. */
  readonly name: ReadonlySignal<string | undefined>;
  /** Undefined where nothing of it identifies anybody. */
  readonly verdict: ReadonlySignal<SiteVerdict | undefined>;
  /** What was found there and nobody has accepted: what is counted and told first. */
  readonly standing: ReadonlySignal<readonly ReportFinding[]>;
  readonly others: ReadonlySignal<readonly SiteVerdict[]>;

  /** `chosen`: the one that was put in front of the tab's own. */
  constructor(
    report: ReadonlySignal<Report | null>,
    status: ReadonlySignal<TabStatus | null>,
    chosen: ReadonlySignal<string | null>,
  ) {
    const sites = () => report.value?.sites ?? [];
    this.name = computed(() => chosen.value ?? status.value?.site ?? sites()[0]?.site);
    // What is not recorded is not judged, whatever was recorded of it before.
    const isLeftOut = computed(
      () =>
        status.value !== null &&
        status.value.scope !== 'recorded' &&
        this.name.value === status.value.site,
    );
    this.verdict = computed(() =>
      isLeftOut.value ? undefined : sites().find(({ site }) => site === this.name.value),
    );
    this.others = computed(() => sites().filter(({ site }) => site !== this.name.value));
    this.standing = computed(() =>
      (report.value?.findings ?? []).filter(
        (finding) =>
          !isLeftOut.value && isStanding(finding) && finding.about.site === this.name.value,
      ),
    );
  }
}

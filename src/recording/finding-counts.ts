import type { Settings } from '../engine/judging.js';
import type { Finding } from '../engine/model.js';
import type { Steps } from '../engine/steps.js';
import type { RecordingSummary } from './shown/view.js';

type Counts = RecordingSummary['findings'];

/** What a count depends on. */
interface Counted {
  revision: number;
  settings: Partial<Settings> | undefined;
  site: string | undefined;
}

/** The last count of findings, for as long as it stands. */
export class FindingCounts {
  #last: (Counted & { counts: Counts }) | undefined;

  *of(counted: Counted, find: () => Steps<readonly Finding[]>): Steps<Counts> {
    const { revision, settings, site } = counted;
    const last = this.#last;
    if (last?.revision === revision && last.settings === settings && last.site === site)
      return last.counts;
    const counts = countFindings(yield* find(), site);
    this.#last = { ...counted, counts };
    return counts;
  }
}

/** How many findings of one site, or of all, there are of each severity, without those accepted. */
function countFindings(findings: readonly Finding[], site?: string): Counts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity, suppressed, about } of findings)
    if (suppressed === undefined && (site === undefined || about.site === site)) counts[severity]++;
  return counts;
}

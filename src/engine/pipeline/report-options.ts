import type { Settings } from '../judging.js';
import type { LimitReached, Millis } from '../model.js';
import type { ReportSource } from '../report/report.js';
import type { Diagnosis, Translate } from '../text.js';

/** How a report is made, and what comes into it from outside the analysis. */
export interface ReportOptions {
  source: Pick<ReportSource, 'kind' | 'url' | 'dropped'>;
  version: string;
  /** Moment of judgement; default: that of the last observation. */
  now?: Millis;
  /** What the user chose of how to judge. */
  settings?: Partial<Settings>;
  translate?: Translate;
  /** True: raw values are in the report. */
  reveal?: boolean;
  /** What the source could not tell. */
  diagnoses?: readonly Diagnosis[];
  /** Bounds that were reached before anything came here. */
  limits?: readonly LimitReached[];
}

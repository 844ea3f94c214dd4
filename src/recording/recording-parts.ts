import type { LimitReached, Snapshot } from '../engine/model.js';
import type { ReportOptions } from '../engine/pipeline/report-options.js';
import type { Diagnosis } from '../engine/text.js';

/** What a report is made with beside what was recorded. */
export type RecordingReportOptions = Omit<ReportOptions, 'source' | 'diagnoses' | 'limits'> & {
  source: { kind: ReportOptions['source']['kind']; url?: string; dropped?: number };
};

/** What comes with the exchanges of a file. */
export interface FileParts {
  snapshots?: readonly Snapshot[];
  diagnoses?: readonly Diagnosis[];
  limits?: readonly LimitReached[];
  /** Called with the part of the exchanges that is taken, from 0 to 1, each time it has grown. */
  taken?(part: number): void;
}

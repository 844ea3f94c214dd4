import type { Severity } from '../../model.js';
import { reaches } from '../../severity.js';
import type { Translate } from '../../text.js';
import type { Report } from '../report.js';
import type { ReportFinding } from '../report-finding.js';

/** How a report is written: for whom, and what counts as a failure. */
export interface FormatStyle {
  /** The catalogue of the reader's language; absent: English. */
  readonly translate?: Translate | undefined;
  /** With the colours of a terminal. */
  readonly colour?: boolean;
  /** Characters of a line, where lines are to be broken. */
  readonly width?: number | undefined;
  /** What is milder than this is no failure. */
  readonly failOn?: Severity | undefined;
  /** Keys of findings that were known before: these are no failures either. */
  readonly baseline?: ReadonlySet<string> | undefined;
}

/** One way to write a report. The same report and style give the same characters. */
export interface ReportFormat {
  /** Of a file's name. */
  readonly ending: string;
  readonly mimeType: string;
  write(report: Report, style: FormatStyle): string;
}

/** Whether a finding makes a pipeline fail: nobody accepted it, it is bad enough, and it is new. */
export function isFailure(
  { severity, suppressed, key }: ReportFinding,
  { failOn = 'info', baseline }: Pick<FormatStyle, 'failOn' | 'baseline'>,
): boolean {
  return suppressed === null && reaches(severity, failOn) && !baseline?.has(key);
}

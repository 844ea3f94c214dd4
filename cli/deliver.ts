import { writeFileSync } from 'node:fs';
import {
  type FormatStyle,
  isFailure,
  type ReportFormat,
} from '../src/engine/report/formats/format.js';
import { formatOfFile, REPORT_FORMATS } from '../src/engine/report/formats/formats.js';
import type { Report } from '../src/engine/report/report.js';
import type { Translate } from '../src/engine/text.js';
import { readBaseline } from './baseline.js';
import { codeOf, refused } from './input.js';
import type { ReportOptions } from './options.js';
import { print } from './output.js';
import { isColoured, widthOf } from './terminal.js';

/** How a run writes its reports, and when it fails. */
export interface Delivery {
  options: ReportOptions;
  style: FormatStyle;
}

/** What is to be known before anything is read. @throws InputError */
export function deliveryOf(options: ReportOptions, translate: Translate): Delivery {
  const { failOn, baseline, output } = options;
  const terminal = output === undefined ? process.stdout : undefined;
  const style = {
    translate,
    failOn,
    baseline: baseline === undefined ? undefined : readBaseline(baseline),
    colour: terminal !== undefined && isColoured(terminal),
    width: terminal && widthOf(terminal),
  };
  return { options, style };
}

/** Writes a report where it is wanted; returns the exit code. @throws InputError */
export function deliver(report: Report, { options, style }: Delivery): number {
  const { format, output } = options;
  const chosen = format ?? formatOfFile(output ?? '') ?? 'text';
  const { write }: ReportFormat = REPORT_FORMATS[chosen];
  const written = write(report, style);
  if (output === undefined) print(written);
  else writeText(output, written);
  const judged = options.failOn !== undefined || options.baseline !== undefined;
  return judged && report.findings.some((finding) => isFailure(finding, style)) ? 1 : 0;
}

/** Writes a file that ends in a new line. @throws InputError */
export function writeText(path: string, content: string): void {
  try {
    writeFileSync(path, content.endsWith('\n') ? content : `${content}\n`);
  } catch (error) {
    throw refused(path, `cannot be written (${codeOf(error)})`);
  }
}

import type { ReportFormat } from './format.js';
import { reportJson } from './json.js';
import { reportText } from './text.js';

/** Every way to write a report, by the name that a user gives it. */
export const REPORT_FORMATS = {
  text: { ending: 'txt', mimeType: 'text/plain', write: reportText },
  json: { ending: 'json', mimeType: 'application/json', write: reportJson },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof REPORT_FORMATS;

export const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly FormatName[];

/** The format that a file's name asks for; undefined where it asks for none. */
export function formatOfFile(name: string): FormatName | undefined {
  return FORMAT_NAMES.find((format) =>
    name.toLowerCase().endsWith(`.${REPORT_FORMATS[format].ending}`),
  );
}

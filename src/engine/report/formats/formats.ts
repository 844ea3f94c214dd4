import type { ReportFormat } from './format.js';
import { reportHtml } from './html/html.js';
import { reportJson } from './json.js';
import { reportJunit } from './junit.js';
import { reportMarkdown } from './markdown.js';
import { reportSarif } from './sarif/sarif.js';
import { reportText } from './text.js';

/** Every way to write a report, by the name that a user gives it. */
export const REPORT_FORMATS = {
  text: { ending: 'txt', mimeType: 'text/plain', write: reportText },
  json: { ending: 'json', mimeType: 'application/json', write: reportJson },
  html: { ending: 'html', mimeType: 'text/html', write: reportHtml },
  markdown: { ending: 'md', mimeType: 'text/markdown', write: reportMarkdown },
  sarif: { ending: 'sarif', mimeType: 'application/sarif+json', write: reportSarif },
  junit: { ending: 'xml', mimeType: 'application/xml', write: reportJunit },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof REPORT_FORMATS;

export const FORMAT_NAMES = Object.keys(REPORT_FORMATS) as readonly FormatName[];

/** The format that a file's name asks for; undefined where it asks for none. */
export function formatOfFile(name: string): FormatName | undefined {
  const [, ending] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  return FORMAT_NAMES.find((format) => REPORT_FORMATS[format].ending === ending);
}

import type { Report } from '../../src/engine/report/report.js';
import { plain } from '../../src/engine/report/formats/plain.js';
import { table } from '../../src/engine/report/formats/terminal-lines.js';
import { sitesOf } from '../../src/engine/report/formats/told-parts.js';
import { Words } from '../../src/engine/report/formats/words.js';
import { SEVERITIES } from '../../src/engine/severity.js';
import type { Translate } from '../../src/engine/text.js';

/** One address, with what came of it. */
export interface Inspected {
  url: string;
  /** Absent: it could not be visited. */
  report?: Report;
}

/** All addresses, a line each: mechanism, grade, and findings by severity. */
export function summaryText(inspected: readonly Inspected[], translate: Translate): string {
  const words = new Words(translate);
  const heads = ['URL', words.say('mechanism'), words.say('gradeHead'), words.say('findings')];
  return table(
    heads,
    inspected.map((one) => rowOf(one, words).map(plain)),
    Infinity,
  ).join('\n');
}

function rowOf({ url, report }: Inspected, words: Words): string[] {
  if (!report) return [url, words.say('notVisited'), '', ''];
  const [site] = sitesOf(report);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = report.findings.filter(
      (finding) => finding.severity === severity && finding.suppressed === null,
    ).length;
    return count === 0 ? [] : [`${count} ${words.of('severity', severity)}`];
  });
  return [
    url,
    words.of('mechanism', site?.mechanism ?? 'none'),
    site?.grade ?? '–',
    counts.join(', ') || words.say('none'),
  ];
}

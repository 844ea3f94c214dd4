import type { Severity } from '../engine/model.js';
import type { Report } from '../engine/report/report.js';
import type { ReportFinding } from '../engine/report/report-finding.js';
import { reaches } from '../engine/severity.js';

/** Which findings are not to be there. */
export interface NoFindingsOptions {
  /** The least severe that counts; by default `low`: what only informs does not. */
  atOrAbove?: Severity;
  /** These rules alone. */
  rules?: readonly string[];
  /** All but these rules, or findings by their `key`. */
  except?: readonly string[];
  /** This site alone: `https://shop.example`. */
  site?: string;
}

export interface Matched {
  pass: boolean;
  message: () => string;
}

/** For `expect.extend` of Playwright, Vitest and Jest. */
export const matchers = {
  /** That a report has no such findings, but for those that its settings accept. */
  toHaveNoFindings(report: Report, options: NoFindingsOptions = {}): Matched {
    const found = findingsOf(report, options);
    return {
      pass: found.length === 0,
      message: () =>
        found.length === 0
          ? 'expected the report to have findings, and it has none'
          : `expected no findings, and there are ${found.length}:\n\n` +
            found.map(told).join('\n\n'),
    };
  },
};

/** The findings of a report that count by these options. */
export function findingsOf(report: Report, options: NoFindingsOptions = {}): ReportFinding[] {
  const { atOrAbove = 'low', rules, except = [], site } = options;
  return report.findings.filter(
    (finding) =>
      finding.suppressed === null &&
      reaches(finding.severity, atOrAbove) &&
      (rules?.includes(finding.ruleId) ?? true) &&
      !except.includes(finding.ruleId) &&
      !except.includes(finding.key) &&
      (site === undefined || finding.about.site === site),
  );
}

function told({ severity, title, ruleId, why, fix }: ReportFinding): string {
  return `${severity}: ${title} (${ruleId})\n  why: ${why}\n  fix: ${fix}`;
}

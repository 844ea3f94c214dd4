import type { Severity } from '../../engine/model.js';
import { SEVERITIES, severityRank } from '../../engine/severity.js';

/** The worst of some severities, or null of none. */
export function worstSeverity(severities: Iterable<Severity>): Severity | null {
  let worst: Severity | null = null;
  for (const severity of severities) {
    if (worst === null || severityRank(severity) < severityRank(worst)) worst = severity;
  }
  return worst;
}

/** How many there are of each severity, the worst first, none left out. */
export function countSeverities(findings: readonly { severity: Severity }[]): [Severity, number][] {
  return SEVERITIES.map((severity) => [
    severity,
    findings.filter((finding) => finding.severity === severity).length,
  ]);
}

import type { Severity } from '../engine/model.js';
import type { ReportAbout, ReportFinding } from '../engine/report/report.js';
import { severityRank } from '../engine/severity.js';
import { requestName } from './request-name.js';
import { worstSeverity } from './severity.js';

/** All findings of one rule. */
export interface FindingGroup {
  ruleId: string;
  title: string;
  severity: Severity;
  findings: ReportFinding[];
}

const bySeverity = (a: { severity: Severity }, b: { severity: Severity }): number =>
  severityRank(a.severity) - severityRank(b.severity);

/** Findings by rule, the worst first; groups of one severity stay in the report's order. */
export function groupFindings(findings: readonly ReportFinding[]): FindingGroup[] {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.ruleId);
    if (group) group.push(finding);
    else groups.set(finding.ruleId, [finding]);
  }
  return [...groups]
    .map(([ruleId, members]) => ({
      ruleId,
      title: members[0]?.title ?? ruleId,
      severity: worstSeverity(members.map((member) => member.severity)) ?? 'info',
      findings: members.toSorted(bySeverity),
    }))
    .toSorted(bySeverity);
}

/** False for what somebody accepted. */
export function isStanding({ suppressed }: Pick<ReportFinding, 'suppressed'>): boolean {
  return suppressed === null;
}

/** The findings of each credential that has any, by its id. */
export function byCredential(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    if (finding.credentialId === null) continue;
    const group = groups.get(finding.credentialId);
    if (group) group.push(finding);
    else groups.set(finding.credentialId, [finding]);
  }
  return groups;
}

/** The worst findings, at most `limit`, one of each rule. */
export function worstFindings(findings: readonly ReportFinding[], limit: number): ReportFinding[] {
  return groupFindings(findings)
    .slice(0, limit)
    .flatMap((group) => group.findings.slice(0, 1));
}

/** Findings that are shown for a text and a choice of severities (none chosen: all). */
export function selectFindings(
  findings: readonly ReportFinding[],
  text: string,
  severities: ReadonlySet<Severity>,
  nameOf: (about: ReportAbout) => string,
): ReportFinding[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return findings.filter((finding) => {
    if (severities.size > 0 && !severities.has(finding.severity)) return false;
    const { ruleId, title, why, fix, breaks, references, about } = finding;
    const all = [ruleId, title, why, fix, breaks, ...references, nameOf(about)]
      .join('\n')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** What a finding is about in plain words, to be searched and shown short. */
export function subjectName(
  { credentialId, exchange, flowId, site }: ReportAbout,
  names: ReadonlyMap<string, { name: string }>,
): string {
  if (credentialId !== null) return names.get(credentialId)?.name ?? '';
  if (exchange !== null) return requestName(exchange);
  return flowId === null ? site : `${site} ${flowId}`;
}

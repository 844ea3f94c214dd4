import type { Severity } from '../../engine/model.js';
import type { ReportAbout, ReportFinding } from '../../engine/report/report-finding.js';
import { severityRank } from '../../engine/severity.js';
import { gathered, inOrderOfSites, isStanding } from './group-findings.js';

/** What findings stand under: the rule that was broken, or the thing that it was broken by. */
export const FINDINGS_BY = ['rule', 'subject'] as const;
export type FindingsBy = (typeof FINDINGS_BY)[number];
export const isFindingsBy = (value: unknown): boolean => FINDINGS_BY.some((one) => one === value);

/** All that was found about one thing: a credential, a request, a login elsewhere, or the site. */
export interface SubjectFindings {
  key: string;
  about: ReportAbout;
  /** The worst of what stands; of what was accepted where nothing does. */
  severity: Severity;
  /** What stands first, the worst first. */
  findings: ReportFinding[];
  standing: number;
}

export interface SiteSubjects {
  site: string;
  subjects: SubjectFindings[];
}

/** Findings by what they are about: at each site the thing with the worst finding first. */
export function groupBySubject(
  findings: readonly ReportFinding[],
  sites: readonly { site: string }[] = [],
  front?: string,
): SiteSubjects[] {
  return inOrderOfSites(findings, sites, front).map(([site, found]) => ({
    site,
    subjects: [...gathered(found, subjectKey)]
      .map(([key, members]) => subjectOf(key, members))
      .toSorted(
        (a, b) =>
          Number(a.standing === 0) - Number(b.standing === 0) ||
          severityRank(a.severity) - severityRank(b.severity) ||
          b.standing - a.standing,
      ),
  }));
}

/** One thing is told by one key, whatever kind it is of. */
function subjectKey({ about: { credentialId, exchange, flowId, site } }: ReportFinding): string {
  if (credentialId !== null) return `credential ${credentialId}`;
  if (exchange !== null) return `request ${exchange.method} ${exchange.url}`;
  return flowId === null ? `site ${site}` : `flow ${flowId}`;
}

function subjectOf(key: string, members: readonly ReportFinding[]): SubjectFindings {
  const findings = members.toSorted(
    (a, b) =>
      Number(!isStanding(a)) - Number(!isStanding(b)) ||
      severityRank(a.severity) - severityRank(b.severity),
  );
  const [first] = findings as [ReportFinding];
  const standing = findings.filter(isStanding).length;
  return { key, about: first.about, severity: first.severity, findings, standing };
}

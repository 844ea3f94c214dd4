import type { Severity } from '../../engine/model.js';
import type { ReportAbout, ReportFinding } from '../../engine/report/report-finding.js';
import type { SiteVerdict } from '../../engine/report/report-site.js';
import { severityRank } from '../../engine/severity.js';
import { requestName } from '../format/request-name.js';
import { worstSeverity } from './severity.js';

/** What one rule found at one site. */
export interface FindingGroup {
  ruleId: string;
  site: string;
  title: string;
  /** The worst of what stands; of what was accepted where nothing does. */
  severity: Severity;
  standing: ReportFinding[];
  accepted: ReportFinding[];
}

/** What was found at one site, in the order in which to read it. */
export interface SiteFindings {
  site: string;
  groups: FindingGroup[];
}

type Graded = Pick<SiteVerdict, 'site' | 'gradeSteps'>;

const bySeverity = (a: { severity: Severity }, b: { severity: Severity }): number =>
  severityRank(a.severity) - severityRank(b.severity);

/**
 * Findings by site and rule: the site in front first, then the others in their order. At each site
 * the worst comes first, of the same severity what costs points in the grade, and what was accepted
 * altogether last; the rest stays in the report's order.
 */
export function groupFindings(
  findings: readonly ReportFinding[],
  sites: readonly Graded[] = [],
  front?: string,
): SiteFindings[] {
  return inOrderOfSites(findings, sites, front).map(([site, found]) => {
    const steps = sites.find((one) => one.site === site)?.gradeSteps ?? [];
    return { site, groups: groupsOf(site, found, new Set(steps.map(({ ruleId }) => ruleId))) };
  });
}

/** The findings of each site that has any: that in front first, then the others in their order. */
export function inOrderOfSites(
  findings: readonly ReportFinding[],
  sites: readonly { site: string }[],
  front?: string,
): [site: string, found: ReportFinding[]][] {
  const bySite = gathered(findings, ({ about }) => about.site);
  const order = [...(front === undefined ? [] : [front]), ...sites.map(({ site }) => site)];
  return [...new Set([...order, ...bySite.keys()])].flatMap((site) => {
    const found = bySite.get(site);
    return found ? [[site, found]] : [];
  });
}

function groupsOf(
  site: string,
  findings: readonly ReportFinding[],
  costly: ReadonlySet<string>,
): FindingGroup[] {
  return [...gathered(findings, ({ ruleId }) => ruleId)]
    .map(([ruleId, members]) => groupOf(ruleId, site, members))
    .toSorted(
      (a, b) =>
        Number(a.standing.length === 0) - Number(b.standing.length === 0) ||
        bySeverity(a, b) ||
        Number(costly.has(b.ruleId)) - Number(costly.has(a.ruleId)),
    );
}

function groupOf(ruleId: string, site: string, members: readonly ReportFinding[]): FindingGroup {
  const standing = members.filter(isStanding).toSorted(bySeverity);
  const accepted = members.filter((one) => !isStanding(one)).toSorted(bySeverity);
  const [first] = [...standing, ...accepted];
  return {
    ruleId,
    site,
    title: first?.title ?? ruleId,
    severity: first?.severity ?? 'info',
    standing,
    accepted,
  };
}

/** Things by a key, each list in their order. */
export function gathered<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** False for what somebody accepted. */
export function isStanding({ suppressed }: Pick<ReportFinding, 'suppressed'>): boolean {
  return suppressed === null;
}

/** The findings of each credential that has any, by its id. */
export function byCredential(findings: readonly ReportFinding[]): Map<string, ReportFinding[]> {
  const own = findings.filter(({ credentialId }) => credentialId !== null);
  return gathered(own, ({ credentialId }) => credentialId ?? '');
}

/** The worst severity of what stands of each credential. */
export function worstOfEach(
  findings: ReadonlyMap<string, readonly ReportFinding[]>,
): Map<string, Severity | null> {
  return new Map(
    [...findings].map(([id, own]) => {
      const standing = own.filter(isStanding).map(({ severity }) => severity);
      return [id, worstSeverity(standing)];
    }),
  );
}

/** The worst findings, at most `limit`, one of each rule. */
export function worstFindings(findings: readonly ReportFinding[], limit: number): ReportFinding[] {
  return [...gathered(findings, ({ ruleId }) => ruleId).values()]
    .flatMap((members) => members.toSorted(bySeverity).slice(0, 1))
    .toSorted(bySeverity)
    .slice(0, limit);
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

/** How a fix begins: what to do first, as one sentence. */
export function firstStep(fix: string): string {
  const [line = ''] = fix.trim().split('\n');
  const [sentence = ''] = line.split(/(?<=[.!?。])\s/u);
  return sentence.replace(/:$/, '.');
}

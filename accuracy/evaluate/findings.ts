import type { Credential } from '../../src/engine/model.js';
import type { Report, ReportFinding } from '../../src/engine/report/report.js';
import type { FindingLabel, JudgedStack, Label } from '../support/stack.js';
import { expectedFindings } from './expected-findings.js';
import type { PlacedValue } from './inventory.js';
import { labelsOf } from './match.js';

/** One rule about one thing: what the truth says, and whether the report has it. */
export interface FindingDecision {
  ruleId: string;
  place: string;
  severity: string;
  asked: boolean;
  said: boolean;
}

/** Severities at which people stop reading when they are wrong; `info` scolds nobody. */
const COUNTED: ReadonlySet<string> = new Set(['low', 'medium', 'high', 'critical']);

/** Holds the report's findings against what labels and recorded lines ask for, or forbid. */
export function decideFindings(
  report: Report,
  credentials: readonly Credential[],
  { truth, findings: said = {} }: JudgedStack,
  values: readonly PlacedValue[],
): FindingDecision[] {
  const asked = expectedFindings(truth.credentials, values).filter(
    ({ ruleId, label }) => !isNamed(said.forbidden, ruleId, String(label.name)),
  );
  const met = new Set<(typeof asked)[number]>();
  const counted = report.findings.filter(({ severity }) => COUNTED.has(severity));
  const decisions = counted.flatMap((finding): FindingDecision[] => {
    const labels = labelsOfFinding(finding, credentials, truth.credentials);
    const own = asked.filter(
      ({ ruleId, label }) => ruleId === finding.ruleId && labels.includes(label),
    );
    for (const one of own) met.add(one);
    const place = placeOf(finding, report);
    const byHand = isNamed(said.asked, finding.ruleId, place);
    if (own.length > 0 && !own.some(({ certain }) => certain)) return [];
    const { ruleId, severity } = finding;
    return [{ ruleId, severity, place, asked: own.length > 0 || byHand, said: true }];
  });
  const missed = asked.filter((one) => one.certain && !met.has(one));
  return [
    ...decisions,
    ...missed.map(({ ruleId, label }) => ({
      ruleId,
      severity: 'low',
      place: `${label.carrier} ${String(label.name)}`,
      asked: true,
      said: false,
    })),
  ];
}

function labelsOfFinding(
  { credentialId }: ReportFinding,
  credentials: readonly Credential[],
  labels: readonly Label[],
): Label[] {
  const credential = credentials.find(({ id }) => id === credentialId);
  return credential ? labelsOf(credential, labels) : [];
}

function placeOf({ credentialId, about }: ReportFinding, { credentials }: Report): string {
  return credentials.find(({ id }) => id === credentialId)?.name ?? about.site;
}

function isNamed(
  labels: readonly FindingLabel[] | undefined,
  ruleId: string,
  place: string,
): boolean {
  return (labels ?? []).some(
    (label) =>
      label.ruleId === ruleId &&
      (typeof label.name === 'string' ? place === label.name : label.name.test(place)),
  );
}

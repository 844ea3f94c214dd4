import type { Credential } from '../../src/engine/model.js';
import type { Report } from '../../src/engine/report/report.js';
import type { ReportFinding } from '../../src/engine/report/report-finding.js';
import { RULES } from '../../src/engine/rules/index.js';
import { type Expected, expectedFindings, isJudged } from '../oracle/index.js';
import { domainOf, hostOf, seenOf } from '../oracle/seen.js';
import type { Recorded } from '../record/read.js';
import type { FindingLabel, JudgedStack, Label } from '../support/stack.js';
import { labelsOf } from './match.js';

/** One rule about one thing: what the truth says, and whether the report has it. */
export interface FindingDecision {
  ruleId: string;
  place: string;
  severity: string;
  asked: boolean;
  said: boolean;
}

/** What a report's findings came to. */
export interface JudgedFindings {
  decisions: FindingDecision[];
  /** Findings of which the truth leaves open whether they belong there. */
  open: number;
  /** Rules of findings that the oracle does not know, once for each finding. */
  notJudged: string[];
}

/** Severities at which people stop reading when they are wrong; `info` scolds nobody. */
const COUNTED: ReadonlySet<string> = new Set(['low', 'medium', 'high', 'critical']);
const CATALOGUE: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Rules of which the oracle cannot say when they are asked for. */
export function rulesNotJudged(): string[] {
  return [...CATALOGUE].filter((ruleId) => !isJudged(ruleId)).sort();
}

/** Holds the report's findings against what labels and recorded lines ask for, or forbid. */
export function decideFindings(
  report: Report,
  credentials: readonly Credential[],
  { truth, findings: byHand = {} }: JudgedStack,
  recorded: Recorded,
): JudgedFindings {
  const expected = expectedFindings(seenOf(truth.credentials, recorded)).filter(
    ({ ruleId, about }) =>
      CATALOGUE.has(ruleId) && !isNamed(byHand.forbidden, ruleId, nameOf(about)),
  );
  const met = new Set<Expected>();
  const counted = report.findings.filter(({ severity }) => COUNTED.has(severity));
  const judged = counted.map((finding) => {
    const own = expected.filter((one) => isAbout(one, finding, credentials, truth.credentials));
    for (const one of own) met.add(one);
    return { finding, own, place: placeOf(finding, report) };
  });
  const known = judged.filter(({ finding }) => isJudged(finding.ruleId));
  const decided = known.flatMap(({ finding: { ruleId, severity }, own, place }) => {
    const asked =
      own.some(({ answer }) => answer === 'asked') || isNamed(byHand.asked, ruleId, place);
    return !asked && own.length > 0 ? [] : [{ ruleId, severity, place, asked, said: true }];
  });
  const missed = expected
    .filter((one) => one.answer === 'asked' && !met.has(one))
    .map(({ ruleId, about }) => {
      const place = typeof about === 'string' ? about : `${about.carrier} ${nameOf(about)}`;
      return { ruleId, severity: 'low', place, asked: true, said: false };
    });
  return {
    decisions: [...decided, ...missed],
    open: known.length - decided.length,
    notJudged: judged.flatMap(({ finding: { ruleId } }) => (isJudged(ruleId) ? [] : [ruleId])),
  };
}

function isAbout(
  { ruleId, about }: Expected,
  finding: ReportFinding,
  credentials: readonly Credential[],
  labels: readonly Label[],
): boolean {
  if (ruleId !== finding.ruleId) return false;
  if (typeof about === 'string') return about === domainOf(hostOf(finding.about.site));
  const credential = credentials.find(({ id }) => id === finding.credentialId);
  return credential !== undefined && labelsOf(credential, labels).includes(about);
}

function nameOf(about: Label | string): string {
  return typeof about === 'string' ? about : String(about.name);
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

import type { Severity } from '../../../model.js';
import { severityRank } from '../../../severity.js';
import type { Report } from '../../report.js';
import type { ReportFinding } from '../../report-finding.js';
import { plain, plainLines } from '../plain.js';
import { referenceLink } from '../reference-link.js';
import { linked, markdownBlocks, prose } from '../markdown-parts.js';
import { findingSays } from '../told-parts.js';
import type { Words } from '../words.js';

/** A reportingDescriptor (§3.49). */
export interface SarifRule {
  id: string;
  [property: string]: unknown;
}

/** What SARIF has of severities (§3.27.10). */
export const LEVELS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const satisfies Readonly<Record<Severity, string>>;

/** GitHub's own scale, in the middle of each of its ranges: it has none for what is no weakness. */
const SECURITY_SEVERITY = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: undefined,
} as const satisfies Readonly<Record<Severity, string | undefined>>;

/** Every rule that was asked, with what it says where it found something. */
export function rulesOf({ rules, rulesOff, findings }: Report, words: Words): SarifRule[] {
  const titles = new Map([...rules, ...rulesOff].map(({ id, title }) => [id, title]));
  for (const { ruleId, title } of findings) if (!titles.has(ruleId)) titles.set(ruleId, title);
  return [...titles].map(([id, title]) => ruleOf(id, title, worstOf(id, findings), words));
}

/** What a rule says is that of its worst finding. */
function worstOf(id: string, findings: readonly ReportFinding[]): ReportFinding | undefined {
  return findings
    .filter(({ ruleId }) => ruleId === id)
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity))[0];
}

function ruleOf(
  id: string,
  title: string,
  worst: ReportFinding | undefined,
  words: Words,
): SarifRule {
  const short = { text: plain(title || id) };
  if (!worst)
    return { id, shortDescription: short, help: short, properties: { tags: ['security'] } };
  const { severity, why, references } = worst;
  const link = references.map(referenceLink).find((address) => address !== null);
  return {
    id,
    shortDescription: short,
    fullDescription: { text: plainLines(why) || short.text },
    help: helpOf(worst, words),
    ...(link !== undefined && { helpUri: link }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', ...references.flatMap(weakness)],
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

/** A weakness as GitHub knows it. */
function weakness(reference: string): string[] {
  const number = /^CWE-(\d+)\b/.exec(reference)?.[1];
  return number === undefined ? [] : [`external/cwe/cwe-${number.padStart(3, '0')}`];
}

/** Why, what to change and what that may break, in words and as Markdown. */
function helpOf(worst: ReportFinding, words: Words): object {
  const parts = findingSays(worst, words);
  const { references } = worst;
  const text = [
    ...parts.map(([label, said]) => `${label}: ${plainLines(said)}`),
    ...references.map(plain),
  ].join('\n');
  const markdown = [
    ...parts.map(([label, said]) => `**${prose(label)}**\n\n${markdownBlocks(said)}`),
    ...(references.length > 0 ? [references.map(linked).join(', ')] : []),
  ].join('\n\n');
  return { text: text || '-', markdown: markdown || '-' };
}

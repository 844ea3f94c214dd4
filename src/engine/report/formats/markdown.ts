import type { Report } from '../report.js';
import type { SiteVerdict } from '../report-site.js';
import type { FormatStyle } from './format.js';
import { findingParts } from './markdown-findings.js';
import { codeCell, markdownTable, prose } from './markdown-parts.js';
import { codeSpan } from './markdown-text.js';
import { pictureText } from './picture-svg.js';
import { plain } from './plain.js';
import { toldProofs } from './proof-lines.js';
import {
  cookieLines,
  CREDENTIAL_COLUMNS,
  credentialCells,
  failureLines,
  loginLines,
  siteFacts,
  siteName,
  sitesOf,
} from './told-parts.js';
import { Words } from './words.js';

/** A report as Markdown (GFM), for a pull request, a ticket or the summary of a pipeline. */
export function reportMarkdown(report: Report, style: FormatStyle): string {
  const words = new Words(style.translate);
  const { source, tool } = report;
  const parts = [
    `# ${prose(words.say('title', { site: siteName(report) }))}`,
    prose(words.say('made', { version: tool.version, requests: source.requests })),
    ...list(
      words.say('notWhole'),
      report.diagnoses.map(({ text }) => prose(text)),
    ),
    ...sitesOf(report).flatMap((site) => siteParts(site, words)),
    ...credentialParts(report, words),
    ...findingParts(report, words, style),
    ...list(words.say('proved'), proofs(report, words)),
    ...list(words.say('rulesFailed'), failureLines(report).map(prose)),
    ...list(
      words.say('rulesOff'),
      report.rulesOff.map(({ id }) => codeSpan(plain(id))),
    ),
    ...list(words.say('logins'), loginLines(report, words).map(prose)),
  ];
  return parts.join('\n\n');
}

/** A heading of the second level and a list; nothing where the list is empty. */
function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [`## ${prose(heading)}`, items.map((item) => `- ${item}`).join('\n')];
}

function siteParts(site: SiteVerdict, words: Words): string[] {
  const { mechanism, grade, sentence, strengths, comparison } = site;
  const graded = grade === null ? '' : `, **${prose(words.say('grade', { grade }))}**`;
  return [
    `## ${prose(site.site)}`,
    `**${prose(words.of('mechanism', mechanism))}**${graded}. ${prose(sentence)}`,
    siteFacts(site, words)
      .map((fact) => `- ${prose(fact)}`)
      .join('\n'),
    ...below(
      words.say('strengths'),
      strengths.map(({ text }) => `- ${prose(text)}`),
    ),
    ...below(words.say('comparison'), comparisonRows(comparison, words)),
    ...below(words.say('trail'), pictureRows(site, words)),
  ];
}

function below(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${prose(heading)}`, lines.join('\n')];
}

function comparisonRows(comparison: SiteVerdict['comparison'], words: Words): string[] {
  if (comparison.length === 0) return [];
  const heads = (['aspect', 'session', 'token', 'cookie'] as const).map((one) => words.say(one));
  const rows = comparison.map(({ aspect, session, token, cookie }) =>
    [words.of('aspect', aspect), session, token, cookie].map(prose),
  );
  return markdownTable(heads, rows);
}

function pictureRows({ picture }: SiteVerdict, words: Words): string[] {
  const told = pictureText(picture, words.picture);
  return told === '' ? [] : told.split('\n').map((line) => `1. ${prose(line)}`);
}

/** Names are shown as code, in which nothing is markup. */
const AS_CODE: ReadonlySet<string> = new Set(['name', 'host', 'preview']);

function credentialParts(report: Report, words: Words): string[] {
  const { credentials } = report;
  const heading = `## ${prose(words.say('credentials'))} (${credentials.length})`;
  if (credentials.length === 0) return [heading, prose(words.say('noneSeen'))];
  const rows = credentials.map((credential) => {
    const cells = credentialCells(credential, words);
    return CREDENTIAL_COLUMNS.map((one) => (AS_CODE.has(one) ? codeCell : prose)(cells[one]));
  });
  const heads = CREDENTIAL_COLUMNS.map((column) => words.say(column));
  const lines = cookieLines(report).map(
    ({ host, line }) => `- ${codeSpan(plain(host))}: ${codeSpan(plain(line))}`,
  );
  return [
    heading,
    markdownTable(heads, rows).join('\n'),
    ...below(words.say('cookieLines'), lines),
  ];
}

/** What was tried out, with what came of each credential below it. */
function proofs(report: Report, words: Words): string[] {
  return toldProofs(report, words).map(({ said, outcomes }) =>
    [prose(said), ...outcomes.map((one) => `  - ${prose(one)}`)].join('\n'),
  );
}

import type { Report, SiteVerdict } from '../report.js';
import { arithmetic } from './arithmetic.js';
import type { FormatStyle } from './format.js';
import { findingParts } from './markdown-findings.js';
import { codeCell, markdownTable, prose } from './markdown-parts.js';
import { codeSpan } from './markdown-text.js';
import { pictureText } from './picture-svg.js';
import { plain } from './plain.js';
import { proofLines } from './proof-lines.js';
import { toldProofs } from './proof-lines.js';
import { lineToSend } from './set-cookie-line.js';
import { Words } from './words.js';

/** A report as Markdown (GFM), for a pull request, a ticket or the summary of a pipeline. */
export function reportMarkdown(report: Report, style: FormatStyle): string {
  const words = new Words(style.translate);
  const { source, tool } = report;
  const parts = [
    `# ${prose(words.say('title', { site: report.sites[0]?.site ?? source.url }))}`,
    prose(words.say('made', { version: tool.version, requests: source.requests })),
    ...list(
      words.say('notWhole'),
      report.diagnoses.map(({ text }) => prose(text)),
    ),
    ...report.sites.flatMap((site) => siteParts(site, words)),
    ...credentialParts(report, words),
    ...findingParts(report, words, style),
    ...list(words.say('proved'), proofs(report, words)),
    ...list(words.say('proved'), proofLines(report, words).map(prose)),
    ...list(words.say('rulesFailed'), failures(report)),
    ...list(
      words.say('rulesOff'),
      report.rulesOff.map(({ id }) => codeSpan(plain(id))),
    ),
    ...list(words.say('logins'), logins(report, words)),
  ];
  return parts.join('\n\n');
}

/** A heading of the second level and a list; nothing where the list is empty. */
function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return [`## ${prose(heading)}`, items.map((item) => `- ${item}`).join('\n')];
}

function siteParts(site: SiteVerdict, words: Words): string[] {
  const { mechanism, grade, sentence, answers, unknown, checks, strengths, comparison } = site;
  const graded = grade === null ? '' : `, **${prose(words.say('grade', { grade }))}**`;
  const points = arithmetic(site, words);
  const facts = [
    ...(points === '' ? [] : [points]),
    ...answers.map(({ question, text }) => `${words.say(question)} ${text}`),
    ...(unknown.length > 0 ? [`${words.say('notSeen')}: ${unknown.join('; ')}`] : []),
    words.say('checks', { ...checks }),
  ];
  return [
    `## ${prose(site.site)}`,
    `**${prose(words.of('mechanism', mechanism))}**${graded}. ${prose(sentence)}`,
    facts.map((fact) => `- ${prose(fact)}`).join('\n'),
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

const COLUMNS = ['role', 'name', 'host', 'state', 'carriers', 'preview', 'expires'] as const;

function credentialParts({ credentials }: Report, words: Words): string[] {
  const heading = `## ${prose(words.say('credentials'))} (${credentials.length})`;
  if (credentials.length === 0) return [heading, prose(words.say('none'))];
  const rows = credentials.map(({ role, name, host, state, carriers, preview, expires }) => [
    prose(words.of('role', role)),
    codeCell(name),
    codeCell(host),
    prose(words.of('state', state)),
    prose(carriers.map((carrier) => words.of('carrier', carrier)).join(', ')),
    codeCell(preview),
    prose(expires),
  ]);
  const heads = COLUMNS.map((column) => words.say(column));
  const lines = credentials.flatMap(({ remedy, host }) =>
    remedy ? [`- ${codeSpan(plain(host))}: ${codeSpan(plain(lineToSend(remedy)))}`] : [],
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

function failures({ ruleFailures }: Report): string[] {
  const said = ruleFailures.map(
    ({ ruleId, message }) => `${codeSpan(plain(ruleId))}: ${prose(message)}`,
  );
  return [...new Set(said)];
}

function logins({ flows }: Report, words: Words): string[] {
  return flows.map(({ protocol, grant, issuer, steps }) => {
    const kinds = steps.map(({ kind }) => words.of('step', kind)).join(' → ');
    return `${prose(words.of('protocol', protocol))}, ${prose(words.of('grant', grant))}, ${codeSpan(plain(issuer))}: ${prose(kinds)}`;
  });
}

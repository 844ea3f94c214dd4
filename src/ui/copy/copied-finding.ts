import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportFinding } from '../../engine/report/report-finding.js';
import { lineThatCame, lineToSend } from '../../engine/report/formats/set-cookie-line.js';
import { codeSpan, markdownProse } from '../../engine/report/formats/markdown-text.js';

/** What is told of a finding beside itself. */
export interface Told {
  /** What it is about, in words. */
  subject: string;
  credential: ReportCredential | undefined;
  /** Titles of the parts, in the reader's language. */
  words: Readonly<
    Record<'where' | 'evidence' | 'why' | 'fix' | 'breaks' | 'severity' | 'sent' | 'better', string>
  >;
}

/** A finding as a ticket: what, where, why, what to change and what that may break. */
export function findingMarkdown(finding: ReportFinding, told: Told): string {
  const { ruleId, title, why, fix, breaks, references, evidence, about } = finding;
  const { words, subject, credential } = told;
  const part = (name: string, text: string) => ['', `**${name}**`, '', markdownProse(text)];
  return [
    `### ${markdownProse(title)}`,
    '',
    `- ${words.severity}, ${codeSpan(ruleId)}`,
    `- ${words.where}: ${codeSpan(subject)}, ${codeSpan(about.site)}`,
    '',
    `**${words.evidence}**`,
    '',
    ...evidence.map(({ text, exchange }) => {
      const request = exchange ? ` (${codeSpan(`${exchange.method} ${exchange.url}`)})` : '';
      return `- ${markdownProse(text.replace(/\s*\n\s*/g, ' '))}${request}`;
    }),
    ...part(words.why, why),
    ...part(words.fix, fix),
    ...remedyOf(credential?.remedy ?? null, words),
    ...part(words.breaks, breaks),
    ...(references.length > 0 ? ['', references.join(', ')] : []),
  ].join('\n');
}

/**
 * The line that was sent, the one to send, what must be so before, and where the framework sets it.
 */
function remedyOf(remedy: ReportCredential['remedy'], words: Told['words']): string[] {
  if (!remedy) return [];
  const came = lineThatCame(remedy);
  return [
    ...(came === '' ? [] : ['', `${words.sent}:`, ...code(came)]),
    '',
    `${words.better}:`,
    ...code(lineToSend(remedy)),
    ...remedy.notes.flatMap((note) => ['', markdownProse(note)]),
    ...(remedy.settings
      ? ['', `${codeSpan(remedy.settings.framework)}:`, ...code(...remedy.settings.lines)]
      : []),
  ];
}

/** Indented, it holds whatever a page put into it (CommonMark §4.4). */
function code(...lines: string[]): string[] {
  return ['', ...lines.flatMap((line) => line.split('\n')).map((line) => `    ${line}`)];
}

import type { ReportCredential, ReportFinding } from '../../engine/report/report.js';
import { label, t } from '../i18n.js';
import { codeSpan, plainMarkdown } from './quote.js';

type Remedied = Pick<ReportCredential, 'remedy'>;

/** For a ticket: what was found, where it was seen, the line to change, why, and what that may break. */
export function findingMarkdown(
  finding: ReportFinding,
  subject: string,
  credential?: Remedied,
): string {
  const { title, severity, about, evidence, why, fix, breaks, references } = finding;
  return [
    `## ${title}`,
    '',
    `${label('severity', severity)} · ${codeSpan(subject)} · ${codeSpan(about.site)}`,
    '',
    ...evidence.map(({ text, exchange }) => {
      const seen = exchange ? ` (${codeSpan(`${exchange.method} ${exchange.url}`)})` : '';
      return `- ${plainMarkdown(text)}${seen}`;
    }),
    ...linesOf(credential),
    ...part(t('ui_why'), why),
    ...part(t('ui_fix'), fix),
    ...part(t('ui_breaks'), breaks),
    '',
    references.join(' · '),
  ].join('\n');
}

function part(heading: string, text: string): string[] {
  return ['', `### ${heading}`, '', text.trim()];
}

/** The line that was sent beside the one to send, and where the framework sets it. */
function linesOf(credential: Remedied | undefined): string[] {
  const { remedy } = credential ?? {};
  if (!remedy) return [];
  const line = (name: string, parts: readonly { text: string }[]) =>
    `- ${name}: ${codeSpan(`Set-Cookie: ${parts.map(({ text }) => text).join('; ')}`)}`;
  const { sent, better, notes, settings } = remedy;
  return [
    '',
    ...(sent.length > 0 ? [line(t('ui_lineSent'), sent)] : []),
    line(t('ui_lineBetter'), better),
    ...notes.map((note) => `- ${plainMarkdown(note)}`),
    ...(settings
      ? ['', t('ui_frameworkSettings', settings.framework), '', ...settings.lines.map(indented)]
      : []),
  ];
}

/** A block of code (CommonMark §4.4). */
const indented = (line: string): string => `    ${line}`;

import type { ReportCredential, ReportFinding } from '../../engine/report/report.js';
import { lineToSend } from '../../engine/report/formats/set-cookie-line.js';
import { codeSpan, markdownProse } from './quote.js';

/** What is told of a finding beside itself. */
export interface Told {
  /** What it is about, in words. */
  subject: string;
  credential: ReportCredential | undefined;
  /** Titles of the parts, in the reader's language. */
  words: Readonly<Record<'where' | 'evidence' | 'why' | 'fix' | 'breaks' | 'severity', string>>;
}

/** A finding as a ticket: what, where, why, what to change and what that may break. */
export function findingMarkdown(finding: ReportFinding, told: Told): string {
  const { ruleId, title, why, fix, breaks, references, evidence, about } = finding;
  const { words, subject, credential } = told;
  const line = credential?.remedy ? ['', '```', lineToSend(credential.remedy), '```'] : [];
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
    ...line,
    ...part(words.breaks, breaks),
    ...(references.length > 0 ? ['', references.join(', ')] : []),
  ].join('\n');
}

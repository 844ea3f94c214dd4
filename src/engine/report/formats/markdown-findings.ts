import type { Report } from '../report.js';
import type { ReportFinding } from '../report-finding.js';
import { besideCount, type FindingGroup, groupFindings, Subjects } from './finding-groups.js';
import type { FormatStyle } from './format.js';
import { linked, markdownBlocks, prose } from './markdown-parts.js';
import { codeSpan } from './markdown-text.js';
import { plain } from './plain.js';
import { findingSays, markOf } from './told-parts.js';
import type { Heading, Words } from './words.js';

/**
 * Every finding: what is wrong, where, why, and what to change; those that say the same together.
 */
export function findingParts(
  { findings, credentials, flows }: Report,
  words: Words,
  style: FormatStyle,
): string[] {
  const groups = groupFindings(findings, style);
  const count = `${findings.length}${prose(besideCount(groups, words))}`;
  const heading = `## ${prose(words.say('findings'))} (${count})`;
  if (findings.length === 0) return [heading, prose(words.say('noneSeen'))];
  const subjects = new Subjects({ credentials, flows }, words);
  return [heading, ...groups.flatMap((group) => groupParts(group, subjects, words))];
}

function groupParts(group: FindingGroup, subjects: Subjects, words: Words): string[] {
  const { said, members, standing } = group;
  const mark = markOf(standing, said, words);
  const bold = (heading: Heading) => `**${prose(words.say(heading))}**`;
  return [
    `### ${prose(`${mark}: ${said.title}`)}`,
    `${prose(words.say('rule'))} ${codeSpan(plain(said.ruleId))}`,
    ...(said.suppressed === null ? [] : [`${bold('acceptedFor')}: ${prose(said.suppressed)}`]),
    bold('where'),
    members.map((member) => placeOf(member, subjects)).join('\n'),
    ...findingSays(said, words).flatMap(([label, text]) => [
      `**${prose(label)}**`,
      markdownBlocks(text),
    ]),
    ...(said.references.length > 0 ? [said.references.map(linked).join(', ')] : []),
  ];
}

function placeOf({ about, evidence }: ReportFinding, subjects: Subjects): string {
  const seen = evidence.map(({ text, exchange }) => {
    const request = exchange ? ` (${codeSpan(plain(`${exchange.method} ${exchange.url}`))})` : '';
    return `\n  - ${prose(text)}${request}`;
  });
  return `- ${codeSpan(plain(subjects.nameOf(about)))}${seen.join('')}`;
}

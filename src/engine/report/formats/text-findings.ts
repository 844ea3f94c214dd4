import type { Report } from '../report.js';
import type { ReportFinding } from '../report-finding.js';
import { besideCount, type FindingGroup, groupFindings, Subjects } from './finding-groups.js';
import { blocksOf, plain } from './plain.js';
import { columnsOf, labelled, wrapped } from './terminal-lines.js';
import type { TextLook } from './text-look.js';
import { findingSays, markOf } from './told-parts.js';
import type { Words } from './words.js';

/** As many things are named as can be looked over; the others are counted. */
const NAMED = 5;

/**
 * Every finding: what is wrong, where, why, and what to change; those that say the same together.
 */
export function findingLines({ findings, credentials, flows }: Report, look: TextLook): string[] {
  const { words, paint, style } = look;
  const title = words.say('findings');
  if (findings.length === 0) return [`${paint('bold', title)}: ${words.say('noneSeen')}`];
  const groups = groupFindings(findings, style);
  const subjects = new Subjects({ credentials, flows }, words);
  return [
    paint('bold', `${title} (${findings.length}${besideCount(groups, words)})`),
    ...groups.flatMap((group) => ['', ...groupLines(group, subjects, look)]),
  ];
}

function groupLines(group: FindingGroup, subjects: Subjects, look: TextLook): string[] {
  const { said, members, standing } = group;
  const { words, paint } = look;
  const mark = markOf(standing, said, words);
  const head = `${paint(said.severity, mark)}  ${paint('bold', plain(said.title))}`;
  const parts = partsOf(said, words);
  const columns =
    Math.max(...parts.map(([label]) => columnsOf(label)), columnsOf(words.say('where'))) + 2;
  const put = (label: string, text: string) =>
    labelled(label, columns, linesOf(text, columns, look));
  return [
    `  ${head}  ${paint('faint', said.ruleId)}`,
    ...[
      ...labelled(words.say('where'), columns, placesOf(members, subjects, columns, look)),
      ...parts.flatMap(([label, text]) => put(label, text)),
    ].map((line) => `    ${line}`),
  ];
}

/** What is said of them all, under its label. */
function partsOf(said: ReportFinding, words: Words): [label: string, text: string][] {
  const { references, suppressed } = said;
  const parts: [string, string][] = [
    [words.say('acceptedFor'), suppressed ?? ''],
    ...findingSays(said, words),
    [words.say('references'), references.join(', ')],
  ];
  return parts.filter(([, text]) => text !== '');
}

function placesOf(
  members: readonly ReportFinding[],
  subjects: Subjects,
  columns: number,
  look: TextLook,
): string[] {
  const places = members.map(({ about, evidence }) => {
    const seen = evidence.map(({ text }) => text).join(' ');
    return subjects.nameOf(about) + (seen === '' ? '' : `: ${seen}`);
  });
  const named = places.slice(0, NAMED);
  const more = places.length - named.length;
  if (more > 0) named.push(look.words.say('more', { count: more }));
  return named.flatMap((place) => wrapped(plain(place), roomOf(columns, look)));
}

/** Sentences broken to the width, and code as it stands. */
function linesOf(text: string, columns: number, look: TextLook): string[] {
  return blocksOf(text).flatMap(({ kind, lines }) =>
    kind === 'code'
      ? lines.map((line) => `  ${line}`)
      : wrapped(lines.join(' '), roomOf(columns, look)),
  );
}

function roomOf(columns: number, { width }: TextLook): number | undefined {
  return width === undefined ? undefined : Math.max(20, width - columns - 4);
}

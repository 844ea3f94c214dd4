import type { Report } from '../report.js';
import type { SiteVerdict } from '../report-site.js';
import type { FormatStyle } from './format.js';
import { paintWith } from './paint.js';
import { pictureText } from './picture-svg.js';
import { plain } from './plain.js';
import { proofLines } from './proof-lines.js';
import { table, wrapped } from './terminal-lines.js';
import { findingLines } from './text-findings.js';
import type { TextLook } from './text-look.js';
import {
  cookieLines,
  CREDENTIAL_COLUMNS,
  credentialCells,
  failureLines,
  loginLines,
  siteFacts,
  sitesOf,
} from './told-parts.js';
import { type Heading, Words } from './words.js';

/** A report as text for a terminal: each site's verdict, the credentials, the findings. */
export function reportText(report: Report, style: FormatStyle = {}): string {
  const look = {
    words: new Words(style.translate),
    paint: paintWith(style.colour),
    width: style.width,
    style,
  };
  const sites = sitesOf(report);
  const parts = [
    section(
      'notWhole',
      report.diagnoses.map(({ text }) => text),
      look,
    ),
    ...sites.map((verdict) => verdictLines(verdict, look)),
    credentialLines(report, look),
    findingLines(report, look),
    section('proved', proofLines(report, look.words), look),
    section('rulesFailed', failureLines(report), look),
    section(
      'rulesOff',
      report.rulesOff.map(({ id }) => id),
      look,
    ),
    section(
      'cookieLines',
      cookieLines(report).map(({ host, line }) => `${host}: ${line}`),
      look,
    ),
    ...sites.slice(0, 1).flatMap((site) => story(site, look)),
    section('logins', loginLines(report, look.words), look),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** A heading and lines under it; nothing where there are none. */
function section(heading: Heading, lines: readonly string[], look: TextLook): string[] {
  if (lines.length === 0) return [];
  return [look.paint('bold', look.words.say(heading)), ...lines.map((line) => `  ${plain(line)}`)];
}

/** The verdict, what is missing for a better one, and what is good. */
function verdictLines(verdict: SiteVerdict, { words, paint, width }: TextLook): string[] {
  const { site, mechanism, grade, sentence, strengths } = verdict;
  const graded = grade === null ? '' : `, ${words.say('grade', { grade })}`;
  const lines = [sentence, ...siteFacts(verdict, words)];
  return [
    paint('bold', plain(`${site}: ${words.of('mechanism', mechanism)}${graded}`)),
    ...lines.flatMap((line) => wrapped(plain(line), width)),
    ...strengths
      .flatMap(({ text }) => wrapped(plain(`+ ${text}`), width))
      .map((line) => paint('good', line)),
  ];
}

function credentialLines({ credentials }: Report, { words, paint }: TextLook): string[] {
  const title = words.say('credentials');
  if (credentials.length === 0) return [`${paint('bold', title)}: ${words.say('noneSeen')}`];
  const rows = credentials.map((credential) => {
    const cells = credentialCells(credential, words);
    return CREDENTIAL_COLUMNS.map((column) => plain(cells[column]));
  });
  const heads = CREDENTIAL_COLUMNS.map((column) => words.say(column));
  return [paint('bold', `${title} (${credentials.length})`), ...table(heads, rows)];
}

/** The comparison and the picture of a site, in words. */
function story({ comparison, picture }: SiteVerdict, look: TextLook): string[][] {
  const { words } = look;
  const compared = comparison.flatMap(({ aspect, session, token, cookie }) => [
    words.of('aspect', aspect),
    ...table3([
      [words.say('session'), session],
      [words.say('token'), token],
      [words.say('cookie'), cookie],
    ]),
  ]);
  const told = pictureText(picture, words.picture);
  return [
    section('comparison', compared, look),
    section('trail', told === '' ? [] : told.split('\n'), look),
  ];
}

function table3(rows: readonly (readonly [string, string])[]): string[] {
  const widest = Math.max(...rows.map(([head]) => head.length));
  return rows.map(([head, text]) => `  ${head.padEnd(widest)}  ${text}`);
}

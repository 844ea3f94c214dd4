import { pictureText } from './picture-svg.js';
import type {
  Report,
  ReportAbout,
  ReportCredential,
  ReportFinding,
  SiteVerdict,
} from '../report.js';
import { proofLines } from './proof-lines.js';
import { lineToSend } from './set-cookie-line.js';

/** A report as text for a terminal: each site's verdict, the credentials, the findings. */
export function reportText(report: Report): string {
  const parts = [
    ...notWhole(report),
    ...report.sites.map((verdict) => verdictLines(verdict).map(printable).join('\n')),
    section(
      'Credentials',
      ['ROLE', 'NAME', 'HOST', 'STATE', 'CARRIERS', 'PREVIEW', 'EXPIRES'],
      report.credentials.map((credential) => [
        credential.role,
        credential.name,
        credential.host,
        credential.state,
        credential.carriers.join(' '),
        credential.preview,
        credential.expires,
      ]),
    ),
    section('Findings', ['SEVERITY', 'RULE', 'ABOUT'], findingRows(report), acceptedOf(report)),
    ...proved(report),
    ...failed(report),
    ...switchedOff(report),
    ...linesToSend(report),
    ...report.sites.slice(0, 1).flatMap(story),
    ...logins(report),
  ];
  return parts.join('\n\n');
}

/** The verdict, what is missing for a better one, and what is good. */
function verdictLines({
  site,
  mechanism,
  grade,
  sentence,
  unknown,
  strengths,
  checks,
  answers,
  ...verdict
}: SiteVerdict): string[] {
  return [
    `${site}: ${mechanism}${grade ? `, grade ${grade}` : ''}`,
    sentence,
    ...arithmetic(verdict),
    ...answers.map(({ question, text }) => `${QUESTIONS[question]} ${text}`),
    ...(unknown.length > 0 ? [`Not seen: ${unknown.join('; ')}`] : []),
    `Checks: ${checks.passed} passed, ${checks.failed} failed, ${checks.unknown} unknown`,
    ...strengths.map(({ text }) => `+ ${text}`),
  ];
}

const QUESTIONS = {
  login: 'A new id at the login?',
  logout: 'Ended by the logout?',
  ended: 'Why logged out?',
} as const;

const WHOLE = 100;

/** How the points come about: what each rule took, and what was not seen. */
function arithmetic({ score, gradeSteps }: Pick<SiteVerdict, 'score' | 'gradeSteps'>): string[] {
  if (score === null) return [];
  const left = Math.max(0, WHOLE - gradeSteps.reduce((sum, { points }) => sum + points, 0));
  const unseen = score < left ? [`${left - score} for what was not seen`] : [];
  const taken = gradeSteps.map(
    ({ ruleId, severity, points }) => `${points} ${ruleId} (${severity})`,
  );
  return [`Points: ${[String(WHOLE), ...taken, ...unseen].join(' − ')} = ${score}`];
}

/** What was left out, and what the source could not tell. */
function notWhole({ diagnoses }: Report): string[] {
  if (diagnoses.length === 0) return [];
  const lines = diagnoses.map(({ text }) => printable(`  ${text}`));
  return [`Not everything could be seen\n${lines.join('\n')}`];
}

/** The comparison and the picture of a site, in words. */
function story({ comparison, picture }: SiteVerdict): string[] {
  const compared = comparison.map(({ aspect, session, token, cookie }) =>
    [`  ${aspect}`, `session  ${session}`, `token    ${token}`, `cookie   ${cookie}`]
      .map(printable)
      .join('\n    '),
  );
  const told = pictureText(picture)
    .split('\n')
    .map((line) => `  ${printable(line)}`);
  return [
    ...(compared.length > 0 ? [`Session, token and cookie\n${compared.join('\n')}`] : []),
    ...(picture.rows.length > 0 ? [`Trail\n${told.join('\n')}`] : []),
  ];
}

/** Logins at authorization servers, a line each with their steps. */
function logins({ flows }: Report): string[] {
  if (flows.length === 0) return [];
  const lines = flows.map(({ protocol, grant, issuer, clientId, pkce, steps }) => {
    const facts = [
      protocol,
      grant,
      issuer,
      ...(clientId ? [`client ${clientId}`] : []),
      ...(pkce ? [`PKCE ${pkce}`] : []),
    ];
    return printable(`  ${facts.join(', ')}: ${steps.map(({ kind }) => kind).join(' → ')}`);
  });
  return [`Logins at other servers\n${lines.join('\n')}`];
}

/** What stands, then what somebody accepted. */
function findingRows({ credentials, findings }: Report): string[][] {
  const byId = new Map(credentials.map((credential) => [credential.id, credential]));
  const accepted = ({ suppressed }: ReportFinding) => suppressed !== null;
  return [...findings.filter((one) => !accepted(one)), ...findings.filter(accepted)].map((one) => [
    accepted(one) ? 'accepted' : one.severity,
    one.ruleId,
    subjectOf(one.about, byId),
  ]);
}

function acceptedOf({ findings }: Report): string {
  const accepted = findings.filter(({ suppressed }) => suppressed !== null).length;
  return accepted === 0 ? '' : `, ${accepted} of them accepted`;
}

/** What was tried out. */
function proved(report: Report): string[] {
  const lines = proofLines(report).map((line) => printable(`  ${line}`));
  return lines.length === 0 ? [] : [`Proved (${report.proofs.length})\n${lines.join('\n')}`];
}

/** Rules that threw, once each: what they would have said is missing above. */
function failed({ ruleFailures }: Report): string[] {
  if (ruleFailures.length === 0) return [];
  const lines = ruleFailures.map(({ ruleId, message }) => printable(`  ${ruleId}: ${message}`));
  return [
    `Rules that failed: what they find or would change may be missing\n${[...new Set(lines)].join('\n')}`,
  ];
}

function switchedOff({ rulesOff }: Report): string[] {
  if (rulesOff.length === 0) return [];
  return [`Rules switched off\n${rulesOff.map(({ id }) => `  ${id}`).join('\n')}`];
}

/** For each cookie that needs another one: the line to send. */
function linesToSend({ credentials }: Report): string[] {
  const told = credentials.flatMap(({ remedy, host }) =>
    remedy ? [printable(`  ${host}: ${lineToSend(remedy)}`)] : [],
  );
  return told.length === 0 ? [] : [`Cookies as they should be set\n${told.join('\n')}`];
}

/** What a finding is about: a credential by its name, a request, a login elsewhere, or the site. */
function subjectOf(
  { credentialId, exchange, flowId, site }: ReportAbout,
  byId: ReadonlyMap<string, ReportCredential>,
): string {
  const credential = byId.get(credentialId ?? '');
  if (credential) return `${credential.name} (${credential.role})`;
  if (exchange) return `${exchange.method} ${exchange.url}`;
  return flowId === null ? site : `${site} (${flowId})`;
}

function section(title: string, heads: string[], rows: string[][], beside = ''): string {
  if (rows.length === 0) return `${title}: none`;
  return `${title} (${rows.length}${beside})\n${table([heads, ...rows.map((row) => row.map(cell))])}`;
}

/** Columns as wide as their widest cell. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

const WIDEST = 36;

function cell(text: string): string {
  const line = printable(text);
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}

/** Names come from pages: a terminal must not obey what is in them. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '\uFFFD');
}

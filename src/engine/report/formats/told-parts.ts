import { siteOf } from '../../normalize/addresses/site.js';
import { pointsForUnseen, WHOLE } from '../../verdict/grade.js';
import { cookiePlace } from '../cookie-place.js';
import type { Report } from '../report.js';
import type { ReportFinding } from '../report-finding.js';
import type { SiteVerdict } from '../report-site.js';
import { lineToSend } from './set-cookie-line.js';
import type { Heading, Words } from './words.js';

// What every format for people tells, in its words and in its order.

/** The sites of a report, that of the page it is about first. */
export function sitesOf({ sites, source }: Pick<Report, 'sites' | 'source'>): SiteVerdict[] {
  const front = siteOf(source.url);
  return sites.toSorted((a, b) => Number(b.site === front) - Number(a.site === front));
}

/** The site that it is about, or its address where there is none. */
export function siteName(report: Report): string {
  return sitesOf(report)[0]?.site ?? report.source.url;
}

/**
 * How the points come about: what each rule took, and what was not seen; nothing without a grade,
 * or where nothing was taken.
 */
function arithmetic({ score, gradeSteps }: SiteVerdict, words: Words): string[] {
  if (score === null) return [];
  const points = pointsForUnseen(score, gradeSteps);
  const unseen = points > 0 ? [words.say('unseenPoints', { points })] : [];
  const taken = gradeSteps.map(
    (step) => `${step.points} ${step.ruleId} (${words.of('severity', step.severity)})`,
  );
  if (taken.length + unseen.length === 0) return [];
  return [`${words.say('points')}: ${[String(WHOLE), ...taken, ...unseen].join(' − ')} = ${score}`];
}

/** What is to be known of a site beside its verdict: grade, answers, what was not seen, checks. */
export function siteFacts(verdict: SiteVerdict, words: Words): string[] {
  const { answers, unknown, checks } = verdict;
  return [
    ...arithmetic(verdict, words),
    ...answers.map(({ question, text }) => `${words.say(question)} ${text}`),
    ...(unknown.length > 0 ? [`${words.say('notSeen')}: ${unknown.join('; ')}`] : []),
    words.say('checks', { ...checks }),
  ];
}

/** What a finding says, each part under its label. */
export function findingSays(finding: ReportFinding, words: Words): [label: string, text: string][] {
  return (['why', 'fix', 'breaks'] as const)
    .map((part): [string, string] => [words.say(part), finding[part]])
    .filter(([, text]) => text !== '');
}

/** What it is called where it stands with others: its severity, and what became of it. */
export function markOf(
  standing: 'stands' | 'known' | 'accepted',
  { severity }: ReportFinding,
  words: Words,
): string {
  const word = words.of('severity', severity);
  return standing === 'stands' ? word : `${words.say(standing)}, ${word}`;
}

/** Logins at authorization servers, a line each with their steps. */
export function loginLines({ flows }: Report, words: Words): string[] {
  return flows.map(({ protocol, grant, issuer, clientId, pkce, steps }) => {
    const facts = [
      words.of('protocol', protocol),
      words.of('grant', grant),
      issuer,
      ...(clientId ? [words.say('client', { client: clientId })] : []),
      ...(pkce ? [`PKCE ${pkce}`] : []),
    ];
    return `${facts.join(', ')}: ${steps.map(({ kind }) => words.of('step', kind)).join(' → ')}`;
  });
}

/** Rules that threw, once each: what they would have said is missing. */
export function failureLines({ ruleFailures }: Report): string[] {
  return [...new Set(ruleFailures.map(({ ruleId, message }) => `${ruleId}: ${message}`))];
}

/** For each cookie that needs another one: its host, and the line to send. */
export function cookieLines({ credentials }: Report): { host: string; line: string }[] {
  return credentials.flatMap(({ remedy, host }) =>
    remedy ? [{ host, line: lineToSend(remedy) }] : [],
  );
}

/** What is told of each credential, under these heads. */
export const CREDENTIAL_COLUMNS = [
  'role',
  'name',
  'host',
  'state',
  'carriers',
  'preview',
  'expires',
] as const satisfies readonly Heading[];

/** The same of one, in words. */
export function credentialCells(
  credential: Report['credentials'][number],
  words: Words,
): Record<(typeof CREDENTIAL_COLUMNS)[number], string> {
  const { role, name, state, carriers, preview, expires } = credential;
  return {
    role: words.of('role', role),
    name,
    host: cookiePlace(credential),
    state: words.of('state', state),
    carriers: carriers.map((carrier) => words.of('carrier', carrier)).join(', '),
    preview,
    expires: words.expiry(expires),
  };
}

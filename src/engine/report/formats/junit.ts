import type { Report } from '../report.js';
import type { ReportFinding } from '../report-finding.js';
import type { SiteVerdict } from '../report-site.js';
import { standingOf, Subjects } from './finding-groups.js';
import { type FormatStyle, isFailure } from './format.js';
import { plain, plainLines } from './plain.js';
import { toldProofs } from './proof-lines.js';
import { findingSays } from './told-parts.js';
import { Words } from './words.js';
import { xmlText } from './xml.js';

/**
 * A report as JUnit XML, as pipelines draw it: a suite for each site, in it a case for each finding
 * and for each rule that found nothing. What was accepted or known before is skipped.
 */
export function reportJunit(report: Report, style: FormatStyle): string {
  const words = new Words(style.translate);
  const subjects = new Subjects(report, words);
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]));
  const suites = sitesOf(report).map(([site, verdict]) =>
    suiteOf(site, proofsOf(site, report, words), [
      ...report.findings
        .filter(({ about }) => about.site === site)
        .map((finding) => findingCase(finding, subjects, words, style)),
      ...(verdict ? checkCases(verdict, titles) : []),
    ]),
  );
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Credtrail"${counts(all)}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ].join('\n');
}

interface Case {
  outcome: 'failed' | 'skipped' | 'passed';
  xml: string;
}

/** Sites that were judged, then those of which something was found or proved all the same. */
function sitesOf({
  sites,
  findings,
  proofs,
}: Report): [site: string, verdict: SiteVerdict | undefined][] {
  const bySite = new Map(sites.map((verdict) => [verdict.site, verdict]));
  const found = findings.map(({ about }) => about.site);
  const all = new Set([...bySite.keys(), ...found, ...proofs.map(({ site }) => site)]);
  return [...all].map((site) => [site, bySite.get(site)]);
}

/** What was proved at a site: no test of it, and said all the same. */
function proofsOf(site: string, report: Report, words: Words): string[] {
  const proofs = report.proofs.filter((proof) => proof.site === site);
  if (proofs.length === 0) return [];
  const told = toldProofs({ ...report, proofs }, words).flatMap(({ said, outcomes }) => [
    said,
    ...outcomes,
  ]);
  const property = (text: string) => `      <property name="proof" value="${attribute(text)}"/>`;
  return ['    <properties>', ...told.map(property), '    </properties>'];
}

function suiteOf(
  site: string,
  properties: readonly string[],
  cases: Case[],
): { cases: Case[]; lines: string[] } {
  const lines = [
    `  <testsuite name="${attribute(site)}"${counts(cases)}>`,
    ...properties,
    ...cases.map(({ xml }) => xml),
    '  </testsuite>',
  ];
  return { cases, lines };
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const [failed, skipped] = [count('failed'), count('skipped')];
  return ` tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}"`;
}

function findingCase(
  finding: ReportFinding,
  subjects: Subjects,
  words: Words,
  style: FormatStyle,
): Case {
  const { ruleId, severity, title, about, suppressed } = finding;
  const name = attribute(`${title}: ${subjects.nameOf(about)}`);
  const head = `    <testcase classname="${attribute(ruleId)}" name="${name}"`;
  const standing = standingOf(finding, style);
  if (standing !== 'stands') {
    const why =
      suppressed === null ? words.say('known') : `${words.say('accepted')}: ${suppressed}`;
    return { outcome: 'skipped', xml: `${head}><skipped message="${attribute(why)}"/></testcase>` };
  }
  const told = xmlText(toldOf(finding, words));
  if (!isFailure(finding, style))
    return { outcome: 'passed', xml: `${head}><system-out>${told}</system-out></testcase>` };
  const message = attribute(`${words.of('severity', severity)}: ${title}`);
  const failure = `<failure type="${severity}" message="${message}">${told}</failure>`;
  return { outcome: 'failed', xml: `${head}>${failure}</testcase>` };
}

/** What was seen, why it matters and what to change. */
function toldOf(finding: ReportFinding, words: Words): string {
  const { evidence, references } = finding;
  const parts: [string, string][] = [
    [words.say('where'), evidence.map(({ text }) => text).join('\n')],
    ...findingSays(finding, words),
    [words.say('references'), references.join(', ')],
  ];
  const said = parts.filter(([, text]) => text !== '');
  return said.map(([label, text]) => `${label}: ${plainLines(text)}`).join('\n');
}

/** Rules that found nothing: passed, or not to be known. */
function checkCases({ checked }: SiteVerdict, titles: ReadonlyMap<string, string>): Case[] {
  return checked
    .filter(({ outcome }) => outcome !== 'failed')
    .map(({ ruleId, outcome }): Case => {
      const name = attribute(titles.get(ruleId) ?? ruleId);
      const head = `    <testcase classname="${attribute(ruleId)}" name="${name}"`;
      return outcome === 'passed'
        ? { outcome, xml: `${head}/>` }
        : { outcome: 'skipped', xml: `${head}><skipped/></testcase>` };
    });
}

function attribute(text: string): string {
  return xmlText(plain(text));
}

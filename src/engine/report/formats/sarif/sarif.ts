import { addressOf } from '../../../address.js';
import type { Report } from '../../report.js';
import type { FormatStyle } from '../format.js';
import { plainLines } from '../plain.js';
import { siteName } from '../told-parts.js';
import { Words } from '../words.js';
import { resultOf } from './result.js';
import { rulesOf } from './rules.js';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A report as SARIF 2.1.0 (OASIS), as GitHub code scanning takes it. */
export function reportSarif(report: Report, style: FormatStyle): string {
  const words = new Words(style.translate);
  const rules = rulesOf(report, words);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const host = hostOf(report);
  const run = {
    tool: {
      driver: {
        name: 'Credtrail',
        semanticVersion: report.tool.version,
        language: words.language,
        rules,
      },
    },
    automationDetails: { id: `credtrail/${host}/` },
    invocations: [
      {
        executionSuccessful: report.ruleFailures.length === 0,
        ruleConfigurationOverrides: report.rulesOff.map(({ id }) => ({
          descriptor: { id },
          configuration: { enabled: false },
        })),
        toolExecutionNotifications: notifications(report),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: report.findings.map((finding) =>
      resultOf(finding, report, indexOf.get(finding.ruleId), words, style),
    ),
    properties: {
      source: report.source,
      sites: report.sites.map(gradeOf),
      proofs: report.proofs,
    },
  };
  return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, withoutControls, 2);
}

/** Whatever a text came from, it steers nothing. */
function withoutControls(_: string, value: unknown): unknown {
  return typeof value === 'string' ? plainLines(value) : value;
}

/** What could not be seen, and rules that threw (§3.20.21). */
function notifications({ diagnoses, ruleFailures }: Report): object[] {
  return [
    ...diagnoses.map(({ code, text }) => ({
      descriptor: { id: code },
      level: 'note',
      message: { text: text },
    })),
    ...ruleFailures.map(({ ruleId, message }) => ({
      associatedRule: { id: ruleId },
      level: 'error',
      message: { text: message },
    })),
  ];
}

function gradeOf({ site, mechanism, grade, score }: Report['sites'][number]): object {
  return { site, mechanism, grade, score };
}

/** The host whose traffic it is: runs of the same are compared with one another (§3.17). */
function hostOf(report: Report): string {
  return addressOf(siteName(report))?.host ?? '';
}

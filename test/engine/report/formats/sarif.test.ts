import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { locationOf } from '../../../../src/engine/report/formats/sarif/location.js';
import { reportSarif } from '../../../../src/engine/report/formats/sarif/sarif.js';
import type { FormatStyle } from '../../../../src/engine/report/formats/format.js';
import type { Report } from '../../../../src/engine/report/report.js';
import { fixtureProof } from '../../../fixtures/ui-proofs.js';
import { hostileReport, plainReport } from '../../../support/hostile-report.js';

/**
 * The schema of SARIF 2.1.0, which is of draft 4: what it uses of that draft is the name of its id
 * alone.
 */
const shipped = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(
  readFileSync(join(dirname(shipped), 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'),
) as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
    logicalLocations: { name: string; fullyQualifiedName: string; kind: string }[];
  }[];
  partialFingerprints: Record<string, string>;
  suppressions?: { justification: string }[];
  baselineState?: string;
}
interface Run {
  tool: { driver: { rules: { id: string; properties: Record<string, unknown>; help: object }[] } };
  invocations: { toolExecutionNotifications: unknown[]; ruleConfigurationOverrides: unknown[] }[];
  results: Result[];
}

function runOf(report: Report, style: FormatStyle = {}): Run {
  const log = JSON.parse(reportSarif(report, style)) as { runs: Run[] };
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0]!;
}

const report = plainReport();

describe('a report as SARIF', () => {
  it.each([
    ['as it is', plainReport(), {}],
    ['with everything hostile in it', hostileReport(), { baseline: new Set<string>() }],
    ['without anything', { ...report, sites: [], findings: [], rules: [], diagnoses: [] }, {}],
  ])('is as the schema says %s', (_name, one, style) => {
    expect(runOf(one, style).results).toHaveLength(one.findings.length);
  });

  it('has what was proved among the properties of its run', () => {
    const proofs = [fixtureProof('authenticates', 0)];
    expect(runOf({ ...report, proofs })).toMatchObject({ properties: { proofs } });
  });

  it('has a result for each finding, each of a rule that is described', () => {
    const { results, tool } = runOf(report);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(report.findings.map((one) => one.ruleId));
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    const found = tool.driver.rules.find(({ id }) => id === results[0]!.ruleId);
    expect(found?.help).toHaveProperty('markdown');
    expect(found?.properties).toHaveProperty(['security-severity']);
  });

  it('knows a finding again whatever else changed, and tells all of them apart', () => {
    const prints = (one: Report) => runOf(one).results.map((result) => result.partialFingerprints);
    const other = {
      ...report,
      findings: report.findings.map((one) => ({ ...one, title: 'other', why: 'words' })),
    };
    expect(prints(other)).toEqual(prints(report));
    const keys = new Set(report.findings.map(({ key }) => key));
    const known = new Set(prints(report).map((one) => one['credtrailFinding/v1']));
    expect(known.size).toBe(keys.size);
  });

  it('places each in a path, and names the credential that it is about', () => {
    for (const { locations } of runOf(report).results) {
      const [{ physicalLocation, logicalLocations }] = locations as [Result['locations'][0]];
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.-]+(?:\/[\w./~%-]+)?$/);
      expect(physicalLocation.region.startLine).toBe(1);
      expect(logicalLocations[0]!.name).not.toBe('');
    }
  });

  it('says what was accepted, what was known, what was off and what was not seen', () => {
    const keys = new Set([report.findings[0]!.key]);
    const rulesOff = [{ id: 'hsts-missing', title: 'No HSTS' }];
    const { results, invocations } = runOf({ ...report, rulesOff }, { baseline: keys });
    expect(results[0]!.baselineState).toBe('unchanged');
    expect(results[1]!.baselineState).toBe('new');
    expect(results.at(-1)!.suppressions?.[0]!.justification).toBe('a lesson');
    expect(invocations[0]!.toolExecutionNotifications).toHaveLength(
      report.diagnoses.length + report.ruleFailures.length,
    );
    expect(invocations[0]!.ruleConfigurationOverrides).toHaveLength(1);
  });

  it('makes no link of what stands in brackets', () => {
    const texts = runOf(hostileReport()).results.map(({ message }) => message.text);
    expect(texts.join()).not.toMatch(/(?<!\\)\[a(?<!\\)\]\(/);
  });

  it.each([
    ['https://shop.test/', 'shop.test'],
    ['https://shop.test:8443/a/b/?q=1#f', 'shop.test_8443/a/b'],
    ['https://shop.test/../../etc/%2e%2e/passwd', 'shop.test/passwd'],
    ['https://shop.test//a:b/|', 'shop.test//a%3Ab/%7C'],
    ['https://[::1]:3000/x', '%5B__1%5D_3000/x'],
    ['data:text/html,x', 'text/html%2Cx'],
    ['no address', 'unknown'],
    ['about:blank', 'blank'],
  ])('the address %s is the path %s', (address, uri) => {
    expect(locationOf(address)).toMatchObject({ physicalLocation: { artifactLocation: { uri } } });
  });
});

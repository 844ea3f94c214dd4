import { describe, expect, it } from 'vitest';
import { reportJunit } from '../../../../src/engine/report/formats/junit.js';
import { fixtureProof } from '../../../fixtures/ui-proofs.js';
import { hostileReport, plainReport } from '../../../support/hostile-report.js';
import { readXml, type XmlElement } from '../../../support/read-xml.js';

const report = plainReport();
const all = (element: XmlElement, name: string): XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

describe('a report as JUnit', () => {
  it('is one suite for each site, with the numbers of what is in it', () => {
    const root = readXml(reportJunit(report, {}));
    expect(root.name).toBe('testsuites');
    const suites = all(root, 'testsuite');
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual(
      report.sites.map(({ site }) => site),
    );
    for (const element of [root, ...suites]) {
      expect(element.attributes).toMatchObject({
        tests: String(all(element, 'testcase').length),
        failures: String(all(element, 'failure').length),
        skipped: String(all(element, 'skipped').length),
      });
    }
  });

  it('fails each finding that counts, and skips what was accepted or known', () => {
    const failures = (style: object) =>
      all(readXml(reportJunit(report, style)), 'failure').map(
        ({ attributes }) => attributes['type'],
      );
    const standing = report.findings.filter(({ suppressed }) => suppressed === null);
    expect(failures({})).toHaveLength(standing.length);
    expect(new Set(failures({ failOn: 'high' }))).not.toContain('low');
    const baseline = new Set(standing.map(({ key }) => key));
    expect(failures({ baseline })).toEqual([]);
    const skipped = all(readXml(reportJunit(report, {})), 'skipped');
    expect(skipped.map(({ attributes }) => attributes['message'])).toContain('accepted: a lesson');
  });

  it('passes the rules that found nothing', () => {
    const cases = all(readXml(reportJunit(report, {})), 'testcase');
    const passed = cases.filter(({ children }) => children.length === 0);
    expect(passed.map(({ attributes }) => attributes['classname'])).toContain(
      'cookie-prefix-violated',
    );
  });

  it('says what was proved as properties of its site, which are no tests', () => {
    const { site } = report.sites[0]!;
    const proofs = [{ ...fixtureProof('survives-logout', 0), site }];
    const [suite] = all(readXml(reportJunit({ ...report, proofs }, {})), 'testsuite');
    expect(suite!.attributes['name']).toBe(site);
    const said = all(suite!, 'property').map(({ attributes }) => attributes['value']);
    expect(said[0]).toContain('The logout did not end JSESSIONID.');
    expect(said).toHaveLength(1 + proofs[0]!.outcomes.length);
    expect(suite!.children[0]?.name).toBe('properties');
  });

  it('is well-formed whatever is in it, and says it as it was', () => {
    const root = readXml(reportJunit(hostileReport(), {}));
    const [first] = all(root, 'failure');
    expect(first!.text).toContain('<script>window.pwned=1</script>]]>-->');
    const names = ['testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'system-out'];
    const odd = (element: XmlElement): string[] => [
      ...(names.includes(element.name) ? [] : [element.name]),
      ...element.children.flatMap(odd),
    ];
    expect(odd(root)).toEqual([]);
  });
});

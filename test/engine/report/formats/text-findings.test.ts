import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../src/engine/report/formats/text.js';
import { report, credential } from '../../../support/told-report.js';

describe('a report on a terminal', () => {
  it('lists what was accepted last, counts it, and names the rules that were switched off', () => {
    const [finding] = report.findings;
    const accepted = { ...finding!, suppressed: 'a lesson', severity: 'critical' as const };
    const rulesOff = [{ id: 'hsts-missing', title: '' }];
    const told = reportText({ ...report, findings: [accepted, finding!], rulesOff });
    expect(told).toContain('Findings (2, 1 of them accepted)');
    expect(told).toMatch(/\n {2}high {2}It may.*\n(?: {4}.*\n)+\n {2}accepted, critical {2}It may/);
    expect(told).toMatch(/\n {4}Accepted {2}a lesson/);
    expect(told).toContain('Rules switched off\n  hsts-missing');
  });

  it('names the rules that failed, once each', () => {
    const about = report.findings[0]!.about;
    const failure = { ruleId: 'hsts-missing', about, message: 'The rule threw TypeError.' };
    const told = reportText({ ...report, ruleFailures: [failure, failure] });
    expect(told.split('hsts-missing: The rule threw TypeError.')).toHaveLength(2);
    expect(told).toContain('Rules that failed: what they find or would change may be missing');
    expect(reportText(report)).not.toContain('failed:');
  });

  it('gives for each cookie with a remedy the line to send, without its value', () => {
    const part = (text: string) => ({ text, change: 'same' as const });
    const better = ['sid\u001B=A1B2…(32)', 'Path=/', 'Secure'].map(part);
    const remedy = { sent: [], better, notes: [], settings: null };
    const told = reportText({ ...report, credentials: [{ ...credential, remedy }] });
    expect(told).toContain(
      'Cookies as they should be set\n  example.com: Set-Cookie: sid\uFFFD=<value>; Path=/; Secure',
    );
  });

  it('tells things that a rule says the same of together, and counts what is too many', () => {
    const [finding] = report.findings;
    const findings = Array.from({ length: 9 }, (_, at) => ({ ...finding!, key: `k${at}` }));
    const told = reportText({ ...report, findings });
    expect(told.split('Everybody on the way')).toHaveLength(2);
    expect(told).toContain('and 4 more');
  });

  it('marks what a baseline knows', () => {
    const baseline = new Set(report.findings.map(({ key }) => key));
    const told = reportText(report, { baseline });
    expect(told).toContain('Findings (1, 1 known before)');
    expect(told).toContain('  known before, high  It may');
  });
});

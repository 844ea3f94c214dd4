import { describe, expect, it } from 'vitest';
import type { ReportFinding } from '../../../src/engine/report/report-finding.js';
import { groupBySubject } from '../../../src/ui/lists/group-by-subject.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const { findings } = fixtureReport(0);
const [base] = findings as [ReportFinding];
const SITE = 'https://shop.test';

const about = (own: Partial<ReportFinding['about']>): ReportFinding['about'] => ({
  site: SITE,
  credentialId: null,
  exchange: null,
  flowId: null,
  ...own,
});

const finding = (own: Partial<ReportFinding>): ReportFinding => ({ ...base, ...own });

describe('groupBySubject', () => {
  it('puts together what was found about one thing, the worst thing first', () => {
    const post = (id: string) => ({ id, method: 'POST', url: 'https://shop.test/login' });
    const [site] = groupBySubject([
      finding({ ruleId: 'a', severity: 'low', about: about({ credentialId: 'c1' }) }),
      finding({ ruleId: 'b', severity: 'medium', about: about({}) }),
      finding({ ruleId: 'c', severity: 'high', about: about({ credentialId: 'c1' }) }),
      finding({ ruleId: 'd', severity: 'medium', about: about({ exchange: post('1') }) }),
      finding({ ruleId: 'e', severity: 'info', about: about({ exchange: post('2') }) }),
      finding({ ruleId: 'f', severity: 'low', about: about({ flowId: 'f1' }) }),
    ]);
    expect(
      site?.subjects.map(({ severity, findings: own }) => [
        severity,
        own.map(({ ruleId }) => ruleId).join(''),
      ]),
    ).toEqual([
      ['high', 'ca'],
      ['medium', 'de'],
      ['medium', 'b'],
      ['low', 'f'],
    ]);
  });

  it('puts what is accepted altogether last, and what was accepted of a thing behind the rest', () => {
    const [site] = groupBySubject([
      finding({ severity: 'critical', suppressed: 'known', about: about({ credentialId: 'c1' }) }),
      finding({ severity: 'high', suppressed: 'known', about: about({ credentialId: 'c2' }) }),
      finding({ severity: 'info', suppressed: null, about: about({ credentialId: 'c2' }) }),
    ]);
    expect(site?.subjects.map(({ key, severity, standing }) => [key, severity, standing])).toEqual([
      ['credential c2', 'info', 1],
      ['credential c1', 'critical', 0],
    ]);
  });

  it('loses nothing, and has the sites in their order', () => {
    const sites = groupBySubject(findings, [], 'https://login.idp.test');
    expect(sites[0]?.site).toBe('https://login.idp.test');
    const all = sites.flatMap(({ subjects }) => subjects.flatMap((one) => one.findings));
    expect(all).toHaveLength(findings.length);
  });
});

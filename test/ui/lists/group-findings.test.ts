import { describe, expect, it } from 'vitest';
import type { ReportAbout } from '../../../src/engine/report/report-finding.js';
import {
  firstStep,
  groupFindings,
  selectFindings,
  subjectName,
  worstFindings,
} from '../../../src/ui/lists/group-findings.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const { findings } = fixtureReport(0);

const SHOP = 'https://shop.test';
const IDP = 'https://login.idp.test';

describe('groupFindings', () => {
  const groupsAt = (site: string, ...given: Parameters<typeof groupFindings>) =>
    groupFindings(...given).find((one) => one.site === site)?.groups ?? [];

  it('puts the worst first and what one rule found at one site together', () => {
    const groups = groupsAt(SHOP, findings.toReversed());
    expect(groups.map(({ severity }) => severity)).toEqual([
      'critical',
      'high',
      'high',
      'medium',
      'medium',
      'medium',
      'low',
      'low',
      'low',
      'info',
      'info',
    ]);
    const tokens = groups.find(({ ruleId }) => ruleId === 'token-in-local-storage');
    expect(tokens?.standing.map(({ credentialId }) => credentialId)).toEqual(['c3', 'c2']);
  });

  it('keeps sites apart, the one in front first, then in their order', () => {
    const sites = [SHOP, 'https://metrics.test', IDP].map((site) => ({ site, gradeSteps: [] }));
    const order = (front?: string) => groupFindings(findings, sites, front).map(({ site }) => site);
    expect(order()).toEqual([SHOP, IDP]);
    expect(order(IDP)).toEqual([IDP, SHOP]);
    expect(order('https://metrics.test')).toEqual([SHOP, IDP]);
    const [group] = groupsAt(IDP, findings);
    expect(group?.standing.map(({ about }) => about.credentialId)).toEqual(['c11']);
  });

  it('puts what costs points before what does not, of the same severity', () => {
    const gradeSteps = [{ ruleId: 'csrf-unprotected', severity: 'medium' as const, points: 8 }];
    const medium = groupsAt(SHOP, findings, [{ site: SHOP, gradeSteps }])
      .filter(({ severity }) => severity === 'medium')
      .map(({ ruleId }) => ruleId);
    expect(medium).toEqual(['csrf-unprotected', 'token-in-local-storage', 'api-key-exposed']);
  });

  it('judges a group by the worst that stands, and puts what was accepted apart and last', () => {
    const tokens = findings.filter(({ ruleId }) => ruleId === 'token-in-local-storage');
    const [one, other] = tokens.map((each, at) => ({
      ...each,
      severity: at === 0 ? ('info' as const) : each.severity,
    }));
    const [mixed] = groupsAt(SHOP, [one!, other!]);
    expect(mixed?.severity).toBe('medium');
    expect(mixed?.standing.map(({ severity }) => severity)).toEqual(['medium', 'info']);
    const accepted = { ...other!, suppressed: 'a lesson' };
    const last = findings.at(-1)!;
    const groups = groupsAt(SHOP, [accepted, last]);
    expect(groups.map(({ ruleId }) => ruleId)).toEqual([last.ruleId, 'token-in-local-storage']);
    expect(groups[1]).toMatchObject({ severity: 'medium', standing: [], accepted: [accepted] });
    expect(groupsAt(SHOP, [one!, accepted])[0]).toMatchObject({
      severity: 'info',
      standing: [one],
      accepted: [accepted],
    });
  });
});

describe('firstStep', () => {
  it.each([
    [
      'Add HttpOnly where the server sets it:\n\n    Set-Cookie: a=b',
      'Add HttpOnly where the server sets it.',
    ],
    ['Rotate the id. Then end the old one.', 'Rotate the id.'],
    ['서버에서 바꾸세요. 그다음 끝내세요.', '서버에서 바꾸세요.'],
    ['Use RFC 6749.1 and v2.0 as they are', 'Use RFC 6749.1 and v2.0 as they are'],
    ['', ''],
  ])('of %j', (fix, step) => expect(firstStep(fix)).toBe(step));
});

describe('worstFindings', () => {
  it('takes one of each rule', () => {
    expect(worstFindings(findings, 5).map(({ ruleId }) => ruleId)).toEqual([
      'jwt-alg-none',
      'cookie-missing-httponly',
      'refresh-token-readable',
      'token-in-local-storage',
      'api-key-exposed',
    ]);
  });
});

describe('selectFindings', () => {
  const nameOf = (about: ReportAbout) => subjectName(about, names);
  const names = new Map(fixtureReport(0).credentials.map((each) => [each.id, each]));
  const ids = (text: string, severities: Parameters<typeof selectFindings>[2] = new Set()) =>
    selectFindings(findings, text, severities, nameOf).map(({ ruleId }) => ruleId);

  it('shows all where nothing is asked', () => {
    expect(ids('')).toHaveLength(findings.length);
  });

  it('searches text, rule, reference and credential', () => {
    expect(ids('signature')).toEqual(['jwt-alg-none']);
    expect(ids('cwe-1004 api-key')).toEqual(['api-key-exposed']);
    expect(ids('jsessionid missing-samesite')).toEqual(['cookie-missing-samesite']);
    expect(ids('no such words')).toEqual([]);
  });

  it('searches what is no credential by its request, its login or its site', () => {
    expect(ids('/login forged')).toEqual(['csrf-unprotected']);
    expect(ids('https://shop.test f1')).toEqual(['oauth-missing-pkce']);
    expect(ids('https://shop.test hsts')).toEqual(['hsts-missing']);
  });

  it('shows only the chosen severities', () => {
    expect(ids('', new Set(['critical', 'low']))).toEqual([
      'jwt-alg-none',
      'cookie-missing-samesite',
      'oauth-missing-pkce',
      'cookie-missing-samesite',
      'hsts-missing',
    ]);
  });
});

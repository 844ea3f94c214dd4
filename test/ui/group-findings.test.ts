import { describe, expect, it } from 'vitest';
import type { ReportAbout } from '../../src/engine/report/report.js';
import {
  groupFindings,
  selectFindings,
  subjectName,
  worstFindings,
} from '../../src/ui/group-findings.js';
import { fixtureReport } from '../fixtures/ui-report.js';

const { findings } = fixtureReport(0);

describe('groupFindings', () => {
  it('puts the worst rules first and the findings of one rule together', () => {
    const groups = groupFindings(findings.toReversed());
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
    expect(tokens?.findings.map(({ credentialId }) => credentialId)).toEqual(['c3', 'c2']);
  });

  it('judges a group by its worst finding, and shows that one first', () => {
    const [mild, ...rest] = findings.filter(({ ruleId }) => ruleId === 'token-in-local-storage');
    expect(mild).toBeDefined();
    const [group] = groupFindings([
      ...(mild ? [{ ...mild, severity: 'info' as const }] : []),
      ...rest,
    ]);
    expect(group?.severity).toBe('medium');
    expect(group?.findings.map(({ severity }) => severity)).toEqual(['medium', 'info']);
  });
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
      'hsts-missing',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../src/engine/model.js';
import { SEVERITIES } from '../../../src/engine/severity.js';
import { gradeOf, pointsForUnseen } from '../../../src/engine/verdict/grade.js';

const text = { key: 'k', english: 'e', values: {} };
const finding = (ruleId: string, severity: Severity, key = ruleId): Finding => ({
  ruleId,
  severity,
  key,
  about: { site: 'https://shop.example' },
  title: text,
  why: text,
  fix: text,
  breaks: text,
  evidence: [],
  references: [],
});

const accepted = (one: Finding): Finding => ({ ...one, suppressed: 'known' });

describe('a grade', () => {
  it.each<[string, Finding[], boolean, number, string]>([
    ['nothing wrong', [], false, 100, 'A+'],
    ['nothing wrong with what was seen', [], true, 99, 'A'],
    ['information', [finding('a', 'info')], false, 100, 'A+'],
    ['one of each', [finding('a', 'high'), finding('b', 'medium')], false, 72, 'C+'],
    ['the same at two places', [finding('a', 'high'), finding('a', 'high', 'b')], false, 80, 'B'],
    ['the worst of one rule', [finding('a', 'low'), finding('a', 'high', 'b')], false, 80, 'B'],
    ['what was accepted', [accepted(finding('a', 'high'))], false, 100, 'A+'],
    ['worse than the cap', [finding('a', 'medium')], true, 92, 'A-'],
    ['all of it', ['a', 'b', 'c'].map((id) => finding(id, 'critical')), false, 0, 'F'],
  ])('of %s', (_what, findings, isCapped, score, grade) => {
    expect(gradeOf(findings, isCapped)).toMatchObject({ score, grade });
  });

  it('shows its arithmetic, the dearest first', () => {
    const { steps } = gradeOf([finding('b', 'low'), finding('c', 'info'), finding('a', 'high')]);
    expect(steps).toEqual([
      { ruleId: 'a', severity: 'high', points: 20 },
      { ruleId: 'b', severity: 'low', points: 2 },
    ]);
  });

  const anyFindings = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...SEVERITIES), fc.string())
      .map(([ruleId, severity, key]) => finding(ruleId, severity, key)),
  );

  it.each([
    ['nothing is wrong', [], 1],
    ['the best has to be given up for more', [finding('a', 'low')], 0],
    ['nothing is left', ['a', 'b', 'c'].map((one) => finding(one, 'critical')), 0],
  ])('takes for what was not seen what the steps do not say: %s', (_, findings, points) => {
    const { score, steps } = gradeOf(findings, true);
    expect(pointsForUnseen(score ?? NaN, steps)).toBe(points);
  });

  it('never falls when something is mended, nor when more of the same is seen', () => {
    fc.assert(
      fc.property(anyFindings, fc.nat(), (some, at) => {
        const findings = [finding('a', 'low'), ...some];
        const one = findings[at % findings.length] as Finding;
        const score = (all: Finding[]) => gradeOf(all).score ?? NaN;
        expect(score(findings.filter((other) => other !== one))).toBeGreaterThanOrEqual(
          score(findings),
        );
        expect(score([...findings, { ...one, key: 'again' }])).toBe(score(findings));
      }),
    );
  });
});

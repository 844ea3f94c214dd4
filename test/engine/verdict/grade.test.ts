import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../src/engine/model.js';
import { gradeOf } from '../../../src/engine/verdict/grade.js';

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

describe('a grade', () => {
  it.each<[string, Finding[], boolean, number, string]>([
    ['nothing wrong', [], false, 100, 'A+'],
    ['nothing wrong with what was seen', [], true, 99, 'A'],
    ['information', [finding('a', 'info')], false, 100, 'A+'],
    ['one of each', [finding('a', 'high'), finding('b', 'medium')], false, 72, 'C+'],
    ['the same at two places', [finding('a', 'high'), finding('a', 'high', 'b')], false, 70, 'C+'],
    ['the next value in one place', [finding('a', 'high'), finding('a', 'high')], false, 80, 'B'],
    ['worse than the cap', [finding('a', 'medium')], true, 92, 'A-'],
    ['all of it', ['a', 'b', 'c'].map((id) => finding(id, 'critical')), false, 0, 'F'],
  ])('of %s', (_what, findings, isCapped, score, grade) => {
    expect(gradeOf(findings, isCapped)).toEqual({ score, grade });
  });
});

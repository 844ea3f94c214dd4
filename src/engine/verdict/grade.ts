import type { Finding, Severity } from '../model.js';

/** The points that every site begins with. */
export const WHOLE = 100;
const PENALTY: Readonly<Record<Severity, number>> = {
  critical: 40,
  high: 20,
  medium: 8,
  low: 2,
  info: 0,
};
const GRADES: readonly (readonly [number, string])[] = [
  [100, 'A+'],
  [95, 'A'],
  [90, 'A-'],
  [85, 'B+'],
  [80, 'B'],
  [75, 'B-'],
  [70, 'C+'],
  [60, 'C'],
  [50, 'D+'],
  [40, 'D'],
];

/** What one rule costs a site: once, however many things it complains of there. */
export interface GradeStep {
  ruleId: string;
  /** Its worst complaint. */
  severity: Severity;
  points: number;
}

/** `A+` to `F`, and the points behind it; both null where too little is known. */
export interface Grade {
  grade: string | null;
  score: number | null;
  /** What was taken from 100, the most first; the rest follows from what was not seen. */
  steps: readonly GradeStep[];
}

export const NO_GRADE: Grade = { grade: null, score: null, steps: [] };

/** Most that a site gets of which something was not seen: an A. */
const BEST_UNSEEN = 99;

/**
 * Score from 0 to 100 and grade of a site: each rule costs once, by the worst that it found. So
 * whoever mends something never loses, and the same problem at one more place changes nothing. What
 * somebody accepted costs nothing.
 */
export function gradeOf(findings: readonly Finding[], isCapped = false): Grade {
  const steps = stepsOf(findings);
  const score = Math.min(isCapped ? BEST_UNSEEN : WHOLE, leftAfter(steps));
  return { score, grade: GRADES.find(([least]) => score >= least)?.[1] ?? 'F', steps };
}

/** What a score lacks beyond what the steps to it took: the points for what was not seen. */
export function pointsForUnseen(
  score: number,
  steps: readonly Pick<GradeStep, 'points'>[],
): number {
  return leftAfter(steps) - score;
}

function leftAfter(steps: readonly Pick<GradeStep, 'points'>[]): number {
  return Math.max(0, WHOLE - steps.reduce((sum, { points }) => sum + points, 0));
}

function stepsOf(findings: readonly Finding[]): GradeStep[] {
  const worst = new Map<string, Severity>();
  for (const { ruleId, severity, suppressed } of findings) {
    if (suppressed !== undefined) continue;
    const before = worst.get(ruleId);
    if (before === undefined || PENALTY[severity] > PENALTY[before]) worst.set(ruleId, severity);
  }
  return [...worst]
    .map(([ruleId, severity]) => ({ ruleId, severity, points: PENALTY[severity] }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.ruleId < b.ruleId ? -1 : 1));
}

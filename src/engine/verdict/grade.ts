import type { Finding, Severity } from '../model.js';

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

/** `A+` to `F`, and the points behind it; both null where too little is known. */
export interface Grade {
  grade: string | null;
  score: number | null;
}

export const NO_GRADE: Grade = { grade: null, score: null };

/** Most that a site gets of which something was not seen: an A. */
const BEST_UNSEEN = 99;

/**
 * Score from 0 to 100 and grade of a site: each rule that found something costs by its severity,
 * and half of that again for each further place it found it at. A second login puts another value
 * into the same place: that is the same problem.
 */
export function gradeOf(findings: readonly Finding[], isCapped = false): Grade {
  const seen = new Set<string>();
  let penalty = 0;
  for (const { ruleId, severity, key } of findings) {
    if (seen.has(key)) continue;
    penalty += seen.has(ruleId) ? PENALTY[severity] / 2 : PENALTY[severity];
    seen.add(ruleId).add(key);
  }
  const best = isCapped ? BEST_UNSEEN : 100;
  const score = Math.max(0, Math.min(best, Math.round(100 - penalty)));
  return { score, grade: GRADES.find(([least]) => score >= least)?.[1] ?? 'F' };
}

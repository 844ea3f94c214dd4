import type { SiteVerdict } from '../report.js';
import type { Words } from './words.js';

const WHOLE = 100;

/** How the points come about: what each rule took, and what was not seen; empty without a grade. */
export function arithmetic(
  { score, gradeSteps }: Pick<SiteVerdict, 'score' | 'gradeSteps'>,
  words: Words,
): string {
  if (score === null) return '';
  const left = Math.max(0, WHOLE - gradeSteps.reduce((sum, { points }) => sum + points, 0));
  const unseen = score < left ? [words.say('unseenPoints', { points: left - score })] : [];
  const taken = gradeSteps.map(
    ({ ruleId, severity, points }) => `${points} ${ruleId} (${words.of('severity', severity)})`,
  );
  return `${words.say('points')}: ${[String(WHOLE), ...taken, ...unseen].join(' − ')} = ${score}`;
}

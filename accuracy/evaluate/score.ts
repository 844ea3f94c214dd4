import type { Role } from '../../src/engine/model.js';
import type { Decision } from './match.js';

export interface RoleScore {
  role: Role;
  precision: number;
  recall: number;
  f1: number;
  /** How many there really are. */
  support: number;
}

/** Precision, recall and F1 of each role that occurs or was given wrongly. */
export function scoresOf(decisions: readonly Decision[]): RoleScore[] {
  const roles = [
    ...new Set(
      decisions
        .flatMap(({ truth, said, right }) => [truth, right ? undefined : said])
        .filter((role) => role !== undefined),
    ),
  ];
  return roles.sort().map((role) => scoreOf(role, decisions));
}

/** Mean F1 of the roles that really occur. */
export function macroF1(scores: readonly RoleScore[]): number {
  const real = scores.filter(({ support }) => support > 0);
  return real.length === 0 ? 0 : real.reduce((sum, { f1 }) => sum + f1, 0) / real.length;
}

function scoreOf(role: Role, decisions: readonly Decision[]): RoleScore {
  const hits = decisions.filter(({ truth, right }) => right && truth === role).length;
  const missed = decisions.filter(({ truth, right }) => !right && truth === role).length;
  const wrong = decisions.filter(({ said, right }) => !right && said === role).length;
  const precision = hits + wrong === 0 ? 1 : hits / (hits + wrong);
  const recall = hits + missed === 0 ? 1 : hits / (hits + missed);
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { role, precision, recall, f1, support: hits + missed };
}

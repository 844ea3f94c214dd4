import type { Role } from '../../src/engine/model.js';
import type { Figures } from './print.js';

/** Roles whose confusion would make the report useless. */
const BARRED: readonly Role[] = ['session', 'access-token', 'refresh-token', 'id-token', 'csrf'];
const BAR = { full: 0.95, headers: 0.9, macro: 0.9, mechanism: 0.95 };

/** What falls below the bar, in words; empty where everything stands. Judged on the held-out half. */
export function shortfalls(figures: readonly Figures[]): string[] {
  return figures.filter(({ half }) => half === 'held-out').flatMap((own) => {
    const { mode, scores, macro, mechanism } = own;
    const least = BAR[mode];
    const roles = scores.filter(({ role }) => BARRED.includes(role)).flatMap(({ role, precision, recall }) => [
      ...below(`${mode}: precision of ${role}`, precision, least),
      ...below(`${mode}: recall of ${role}`, recall, least),
    ]);
    if (mode === 'headers') return roles;
    return [...roles, ...below('macro-F1', macro, BAR.macro), ...below('mechanism', mechanism, BAR.mechanism)];
  });
}

function below(what: string, value: number, least: number): string[] {
  return value >= least ? [] : [`${what} ${value.toFixed(3)} < ${least}`];
}

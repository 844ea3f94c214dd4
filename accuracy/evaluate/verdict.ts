import type { Role } from '../../src/engine/model.js';
import type { Mode } from './analyse.js';
import { type Figures, type MomentFigures, seenFigures } from './print.js';

type Bars = Record<'role' | 'macro' | 'mechanism' | 'rotation' | 'moments', number>;

/** Roles whose confusion would make the report useless. */
const BARRED: readonly Role[] = ['session', 'access-token', 'refresh-token', 'id-token', 'csrf'];
const BAR: Readonly<Record<Mode, Bars>> = {
  full: { role: 0.95, macro: 0.9, mechanism: 0.95, rotation: 1, moments: 0.95 },
  headers: { role: 0.9, macro: 0.9, mechanism: 0.9, rotation: 0.9, moments: 0.85 },
  // Only compared with what is watched live.
  unread: { role: 0, macro: 0, mechanism: 0, rotation: 0, moments: 0 },
};

/**
 * What falls below the bar, in words; empty where everything stands. Roles are judged on the
 * held-out half, mechanism, logins, logouts and rotation at login on all stacks: one stack is a
 * large part of a half.
 */
export function shortfalls(figures: readonly Figures[]): string[] {
  const roles = figures
    .filter(({ half }) => half === 'held-out')
    .flatMap(({ mode, scores, macro }) => [
      ...scores
        .filter(({ role }) => BARRED.includes(role))
        .flatMap(({ role, precision, recall }) => [
          ...below(`${mode}: precision of ${role}`, precision, BAR[mode].role),
          ...below(`${mode}: recall of ${role}`, recall, BAR[mode].role),
        ]),
      ...below(`${mode}: macro-F1`, macro, BAR[mode].macro),
    ]);
  const modes = [...new Set(figures.map(({ mode }) => mode))];
  const ofAll = modes.flatMap((mode) => [
    ...below(`${mode}: mechanism`, mechanismOfAll(figures, mode), BAR[mode].mechanism),
    ...momentsOfAll(figures, mode).flatMap(({ kind, precision, recall }) => [
      ...below(`${mode}: precision of ${kind}`, precision, BAR[mode].moments),
      ...below(`${mode}: recall of ${kind}`, recall, BAR[mode].moments),
    ]),
    ...below(`${mode}: rotation at login`, rotationOfAll(figures, mode).right, BAR[mode].rotation),
  ]);
  return [...roles, ...ofAll];
}

/** Share of all stacks, of both halves, whose mechanism is right. */
export function mechanismOfAll(figures: readonly Figures[], mode: Figures['mode']): number {
  const own = figures.filter((one) => one.mode === mode);
  const right = own.reduce((sum, { mechanism, stacks }) => sum + mechanism * stacks, 0);
  return right / own.reduce((sum, { stacks }) => sum + stacks, 0);
}

/**
 * Share of all session cookies at logins, of both halves, of which the report says rightly what
 * became of them.
 */
export function rotationOfAll(
  figures: readonly Figures[],
  mode: Figures['mode'],
): { right: number; of: number } {
  const own = figures.filter((one) => one.mode === mode).flatMap(({ rotations }) => rotations);
  const of = own.reduce((sum, { expected }) => sum + expected, 0);
  return {
    right:
      of === 0 ? 1 : own.reduce((sum, { recall, expected }) => sum + recall * expected, 0) / of,
    of,
  };
}

/** Logins, logouts and lost sessions of both halves. */
export function momentsOfAll(figures: readonly Figures[], mode: Figures['mode']): MomentFigures[] {
  const own = figures.filter((one) => one.mode === mode).flatMap(({ moments }) => moments);
  return [...new Set(own.map(({ kind }) => kind))].map((kind) => {
    const alike = own.filter((one) => one.kind === kind);
    const expected = alike.reduce((sum, one) => sum + one.expected, 0);
    const extra = alike.reduce((sum, one) => sum + one.extra, 0);
    return seenFigures(
      kind,
      alike.reduce((sum, one) => sum + Math.round(one.recall * one.expected), 0),
      expected,
      extra,
    );
  });
}

function below(what: string, value: number, least: number): string[] {
  return value >= least ? [] : [`${what} ${value.toFixed(3)} < ${least}`];
}

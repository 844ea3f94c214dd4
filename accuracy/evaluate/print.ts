import type { Half } from '../support/stack.js';
import type { Mode, Result } from './analyse.js';
import type { MomentDecision } from './moments.js';
import type { Rotation } from './session-at-login.js';
import { macroF1, type RoleScore, scoresOf } from './score.js';

export interface Figures {
  half: Half;
  mode: Mode;
  stacks: number;
  scores: RoleScore[];
  macro: number;
  mechanism: number;
  format: number;
  moments: readonly MomentFigures[];
  rotations: readonly MomentFigures[];
}

export interface MomentFigures {
  kind: string;
  precision: number;
  recall: number;
  expected: number;
  extra: number;
}

export function figuresOf(half: Half, mode: Mode, results: readonly Result[]): Figures {
  const decisions = results.flatMap((result) => result.decisions);
  const scores = scoresOf(decisions);
  const formats = decisions.flatMap(({ format }) => format ?? []);
  return {
    half,
    mode,
    stacks: results.length,
    scores,
    macro: macroF1(scores),
    mechanism: share(
      results,
      ({ mechanism: { truth, said } }) => said !== undefined && truth.includes(said),
    ),
    format: share(formats, ({ truth, said }) => truth === said),
    moments: (['login', 'logout', 'session-lost'] as const).map((kind) =>
      momentFigures(kind, results),
    ),
    rotations: (['rotated', 'not rotated', 'no session before'] as const).map((kind) =>
      rotationFigures(kind, results),
    ),
  };
}

function momentFigures(kind: string, results: readonly Result[]): MomentFigures {
  const own = results.flatMap(({ moments }) => moments.filter((moment) => moment.kind === kind));
  const sum = (count: (moment: MomentDecision) => number) =>
    own.reduce((total, moment) => total + count(moment), 0);
  return seenFigures(
    kind,
    sum(({ found }) => found.length),
    sum(({ expected }) => expected.length),
    sum(({ extra }) => extra.length),
  );
}

function rotationFigures(kind: Rotation, results: readonly Result[]): MomentFigures {
  const own = results.flatMap(({ rotations }) => rotations);
  const expected = own.filter(({ truth }) => truth === kind);
  const said = own.filter((one) => one.said === kind);
  const found = said.filter(({ truth }) => truth === kind).length;
  return seenFigures(kind, found, expected.length, said.length - found);
}

/** What was found where it was expected, and where there was none. */
export function seenFigures(
  kind: string,
  found: number,
  expected: number,
  extra: number,
): MomentFigures {
  return {
    kind,
    expected,
    extra,
    precision: found + extra === 0 ? 1 : found / (found + extra),
    recall: expected === 0 ? 1 : found / expected,
  };
}

export function printFigures({
  half,
  mode,
  stacks,
  scores,
  macro,
  mechanism,
  format,
  moments,
  rotations,
}: Figures): void {
  console.log(
    '\n' +
      `${half}, ${mode === 'full' ? 'full (bodies and storage)' : 'headers only'}: ` +
      `${stacks} stacks`,
  );
  printScores(scores);
  console.log(
    `  macro-F1 ${figure(macro)}, mechanism ${figure(mechanism)}, format ${figure(format)}`,
  );
  for (const one of moments) printSeen(one);
  console.log('  session cookies at logins:');
  for (const one of rotations) printSeen(one);
}

export function printScores(scores: readonly RoleScore[]): void {
  console.log('  role             precision  recall   F1     of');
  for (const { role, precision, recall, f1, support } of scores) {
    console.log(
      `  ${role.padEnd(16)} ${figure(precision)}      ${figure(recall)}    ${figure(f1)}  ` +
        String(support).padStart(4),
    );
  }
}

export function printSeen({ kind, precision, recall, expected, extra }: MomentFigures): void {
  console.log(
    `  ${kind.padEnd(17)} ${figure(precision)}     ${figure(recall)}    of ${expected}, ${extra} ` +
      'where there was none',
  );
}

/** Every wrong decision. Only for the half that the engine may be tuned on, or where asked for. */
export function printMisses(results: readonly Result[], mode: Mode): void {
  for (const { stack, decisions, mechanism, moments, rotations } of results) {
    const wrong = decisions.filter(({ right }) => !right);
    const formats = decisions.filter(({ format }) => format && format.truth !== format.said);
    const other = mechanism.said === undefined || !mechanism.truth.includes(mechanism.said);
    const missed = moments.some(
      ({ expected, found, extra }) => found.length < expected.length || extra.length > 0,
    );
    const rotated = rotations.filter(({ truth, said }) => truth !== said);
    if (wrong.length === 0 && formats.length === 0 && !other && !missed && rotated.length === 0)
      continue;
    console.log(`\n${stack.name} (${mode})`);
    for (const { kind, expected, found, extra } of moments) {
      for (const step of expected)
        if (!found.includes(step)) console.log(`  ${kind} not seen in step ${step}`);
      for (const step of extra) console.log(`  ${kind} seen in step ${step}`);
    }
    if (other)
      console.log(
        `  mechanism is ${mechanism.truth.join(' or ')}, said ${mechanism.said ?? 'nothing'}`,
      );
    for (const { truth, said, place } of wrong)
      console.log(`  ${place}: is ${truth ?? 'not labelled'}, said ${said ?? 'nothing'}`);
    for (const { step, place, truth, said } of rotated)
      console.log(`  ${place}: ${truth} in step ${step}, said ${said ?? 'nothing'}`);
    for (const { format, place } of formats)
      console.log(`  ${place}: format is ${format!.truth}, said ${format!.said}`);
  }
}

/** Labels that are missing are a fault of the corpus, so their names are shown for both halves. */
export function printUnlabelled(results: readonly Result[]): void {
  for (const { stack, unlabelled } of results) {
    for (const place of unlabelled) console.log(`no label: ${stack.name}: ${place}`);
  }
}

function share<T>(list: readonly T[], good: (item: T) => boolean): number {
  return list.length === 0 ? 1 : list.filter(good).length / list.length;
}

function figure(value: number): string {
  return value.toFixed(3);
}

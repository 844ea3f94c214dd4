import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../accuracy/evaluate/match.js';
import { macroF1, scoresOf } from '../../../accuracy/evaluate/score.js';
import { shortfalls } from '../../../accuracy/evaluate/verdict.js';
import type { Role } from '../../../src/engine/model.js';

const decision = (truth: Role | undefined, said: Role | undefined): Decision => ({
  truth,
  said,
  right: truth === said,
  place: '',
  isCookie: true,
});

describe('scoresOf', () => {
  it('counts a confusion as a miss of one role and a false alarm of the other', () => {
    const scores = scoresOf([
      decision('session', 'session'),
      decision('session', 'csrf'),
      decision('csrf', 'csrf'),
    ]);
    expect(scores).toEqual([
      { role: 'csrf', precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
      { role: 'session', precision: 1, recall: 0.5, f1: 2 / 3, support: 2 },
    ]);
  });

  it('counts what is in no label against precision, and what was not seen against recall', () => {
    const [id, session] = scoresOf([
      decision(undefined, 'id-token'),
      decision('session', undefined),
      decision('session', 'session'),
    ]);
    expect(id).toMatchObject({ precision: 0, support: 0, f1: 0 });
    expect(session).toMatchObject({ precision: 1, recall: 0.5 });
  });
});

describe('macroF1', () => {
  it('is the mean over the roles that occur', () => {
    expect(
      macroF1(
        scoresOf([
          decision('session', 'session'),
          decision('csrf', undefined),
          decision(undefined, 'basic'),
        ]),
      ),
    ).toBe(0.5);
  });
});

describe('shortfalls', () => {
  const figures = {
    half: 'held-out',
    mode: 'full',
    stacks: 1,
    macro: 0.95,
    mechanism: 1,
    format: 1,
    moments: [] as never[],
    rotations: [] as never[],
  } as const;
  const session = { role: 'session', precision: 0.94, recall: 1, f1: 0.97, support: 9 } as const;

  it('names what is below the bar of the held-out half, and nothing else', () => {
    expect(shortfalls([{ ...figures, scores: [session] }])).toEqual([
      'full: precision of session 0.940 < 0.95',
    ]);
    expect(shortfalls([{ ...figures, half: 'tuning', scores: [session] }])).toEqual([]);
    expect(shortfalls([{ ...figures, mode: 'headers', scores: [session] }])).toEqual([]);
    expect(shortfalls([{ ...figures, mechanism: 0.9, scores: [] }])).toEqual([
      'full: mechanism 0.900 < 0.95',
    ]);
  });

  it('asks for the logins of both halves together', () => {
    const logins = (recall: number, expected: number, extra: number) => ({
      kind: 'login',
      precision: 1,
      recall,
      expected,
      extra,
    });
    const halves = (recall: number, extra: number) => [
      { ...figures, scores: [], moments: [logins(recall, 20, extra)] },
      { ...figures, half: 'tuning' as const, scores: [], moments: [logins(1, 30, 0)] },
    ];
    expect(shortfalls(halves(0.9, 2))).toEqual([]);
    expect(shortfalls(halves(0.8, 0))).toEqual(['full: recall of login 0.920 < 0.95']);
    expect(shortfalls(halves(1, 5))).toEqual(['full: precision of login 0.909 < 0.95']);
  });

  it('asks for every rotation of both halves', () => {
    const rotated = (recall: number, expected: number) => ({
      kind: 'rotated',
      precision: 1,
      recall,
      expected,
      extra: 0,
    });
    const halves = (...recalls: [number, number]) => [
      { ...figures, scores: [], rotations: [rotated(recalls[0], 4)] },
      { ...figures, half: 'tuning' as const, scores: [], rotations: [rotated(recalls[1], 6)] },
    ];
    expect(shortfalls(halves(1, 1))).toEqual([]);
    expect(shortfalls(halves(0.75, 1))).toEqual(['full: rotation at login 0.900 < 1']);
    expect(shortfalls(halves(1, 0.5))).toEqual(['full: rotation at login 0.700 < 1']);
  });
});

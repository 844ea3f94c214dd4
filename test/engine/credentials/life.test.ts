import { describe, expect, it } from 'vitest';
import type { CredentialDraft } from '../../../src/engine/credentials/draft.js';
import {
  explainLife,
  forgetClearing,
  isEnded,
  noteLife,
  revive,
  unexplainedIn,
} from '../../../src/engine/credentials/life.js';
import { newRecord } from '../../../src/engine/credentials/record.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { seen } from '../../support/new-sighting.js';

const by = (id: string, method = 'GET') => ({ id, method, url: 'https://a.test/' });
const draft = (more: Partial<CredentialDraft> = {}): CredentialDraft => ({
  ...newRecord('c1', 'cookie', 'cookie sid', 'v', seen(0)),
  ...more,
});
const told = ({ life }: CredentialDraft) =>
  life.map(({ type, count, lastAt }) => [type, count, lastAt]);

describe('the changes of a life', () => {
  it('are told one by one while they are few', () => {
    const one = draft();
    for (const at of [1, 2, 3]) noteLife(one, 'rotated', at);
    expect(told(one)).toEqual([1, 2, 3].map((at) => ['rotated', 1, at]));
  });

  it('are told together where many of one kind follow each other', () => {
    const one = draft();
    for (let at = 1; at <= 100; at++) noteLife(one, 'rotated', at, { exchange: by(`x${at}`) });
    noteLife(one, 'rotated', 101, { exchange: by('x101', 'POST') });
    expect(one.life.length).toBeLessThan(LIMITS.lifeEvents);
    expect(told(one).slice(-2)).toEqual([
      ['rotated', 100 - one.life.length + 2, 100],
      ['rotated', 1, 101],
    ]);
  });

  it('have room for a bounded number, of whatever kinds', () => {
    const one = draft();
    for (let at = 0; at < 100; at++) noteLife(one, at % 2 ? 'cleared' : 'issued', at);
    expect(one.life).toHaveLength(LIMITS.lifeEvents);
    expect(one.life.reduce((sum, { count }) => sum + count, 0)).toBe(100);
  });
});

describe('a change that nothing seen had made', () => {
  it.each([
    ['just before it', 5_999, 'x1'],
    ['long before it', 6_000, undefined],
  ])('is explained by an answer that was seen %s', (_, at, id) => {
    const one = draft();
    noteLife(one, 'rotated', 1_000);
    expect(unexplainedIn(one, at)).toBe(id && one.life[0]);
    explainLife(one, at, by('x1'));
    expect(one.life[0]?.exchange?.id).toBe(id);
  });

  it('is explained once, and only as the last', () => {
    const one = draft();
    noteLife(one, 'rotated', 1);
    noteLife(one, 'rotated', 2, { exchange: by('x1') });
    explainLife(one, 3, by('x2'));
    expect(one.life.map(({ exchange }) => exchange?.id)).toEqual([undefined, 'x1']);
  });
});

describe('what an answer deletes', () => {
  const cleared = () => {
    const one = draft({ cookie: { diagnoses: [], clearedAt: 1, clearedBy: by('x1') } });
    noteLife(one, 'cleared', 1, { exchange: by('x1') });
    return one;
  };

  it('never ended where the same answer sets it', () => {
    const one = cleared();
    forgetClearing(one, by('x1'));
    expect([one.life, isEnded(one)]).toEqual([[], false]);
  });

  it('ended where another one sets it', () => {
    const one = cleared();
    forgetClearing(one, by('x2'));
    expect([told(one), isEnded(one)]).toEqual([[['cleared', 1, 1]], true]);
    revive(one);
    expect([told(one), isEnded(one)]).toEqual([[['cleared', 1, 1]], false]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Cue, weigh } from '../../../src/engine/roles/cue.js';
import { text } from '../../../src/engine/text.js';

const cue = (role: Cue['role'], weight: number, said = `${role} ${weight}`): Cue => ({
  role,
  weight,
  text: text('evidence_test', said),
});

/** Role, confidence and the evidence in English. */
function judged(...cues: Cue[]) {
  const { role, confidence, evidence } = weigh(cues);
  return [role, confidence, evidence.map(({ english }) => english)];
}

describe('cues', () => {
  it.each<[string, Cue[], unknown[]]>([
    ['none', [], ['other', 0.5, ['nothing seen so far points to a role']]],
    [
      'a faint one',
      [cue('session', 0.29)],
      ['other', 0.5, ['nothing seen so far points to a role']],
    ],
    ['one that just suffices', [cue('session', 0.3)], ['session', 0.3, ['session 0.3']]],
    [
      'two faint ones for one role',
      [cue('csrf', 0.2), cue('csrf', 0.25)],
      ['csrf', 0.4, ['csrf 0.25', 'csrf 0.2']],
    ],
    [
      'independent witnesses, the strongest said first',
      [cue('session', 0.5), cue('session', 0.8)],
      ['session', 0.9, ['session 0.8', 'session 0.5']],
    ],
    [
      'a strong rival, which lowers the confidence and is not said',
      [cue('tracking', 0.4), cue('session', 0.8)],
      ['session', 0.72, ['session 0.8']],
    ],
    [
      'several that together outweigh one',
      [cue('session', 0.6), cue('csrf', 0.5), cue('csrf', 0.5)],
      ['csrf', 0.64, ['csrf 0.5', 'csrf 0.5']],
    ],
    [
      'of one weight: the first',
      [cue('csrf', 0.4), cue('session', 0.4)],
      ['csrf', 0.36, ['csrf 0.4']],
    ],
  ])('%s', (_, cues, expected) => {
    expect(judged(...cues)).toEqual(expected);
  });
});

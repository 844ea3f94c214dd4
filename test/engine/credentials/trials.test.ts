import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  outcomeOf,
  type Trial,
  TrialIndex,
  Trials,
} from '../../../src/engine/credentials/trials.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { credential } from '../../support/credential.js';
import { tried } from '../../support/tried.js';

const none = tried('a', null);
const found = tried('a', { length: 6 }, 'built-in', 4);
const file = tried('a', null, 'file', 50);

function kept(...trials: Trial[]): Trials {
  const all = new Trials();
  for (const trial of trials) all.add(trial);
  return all;
}

describe('trials', () => {
  it('are one for each value and list: what was found, else the longer one', () => {
    expect(kept(none, found, file).all()).toEqual([found, file]);
    expect(kept(found, none).all()).toEqual([found]);
    expect(kept(file, tried('a', null, 'file', 70)).all()).toEqual([tried('a', null, 'file', 70)]);
  });

  it('come to the same in any order', () => {
    const any = fc.constantFrom(none, found, file, tried('b', null), tried('a', null, 'file', 70));
    const sorted = (trials: readonly Trial[]) =>
      kept(...trials)
        .all()
        .map((trial) => JSON.stringify(trial))
        .toSorted();
    fc.assert(
      fc.property(fc.array(any), (trials) => {
        expect(sorted(trials.toReversed())).toEqual(sorted(trials));
      }),
    );
  });

  it('stay within their bound, which is told, after a stop as well', () => {
    const all = kept(...Array.from({ length: LIMITS.trials + 2 }, (_, n) => tried(`${n}`, null)));
    const restored = new Trials(JSON.parse(JSON.stringify(all.save())));
    expect(restored.all()).toHaveLength(LIMITS.trials);
    expect(restored.limits()).toEqual([{ what: 'trials', limit: LIMITS.trials, lost: 2 }]);
  });
});

describe('the trials of a credential', () => {
  const index = new TrialIndex([found, file, tried('b', null)]);

  it('are those of its value, and of the values before', () => {
    expect(index.of(credential({ value: 'a' }))).toEqual([found, file]);
    expect(index.of(credential({ value: 'c', pastValues: ['a'] }))).toEqual([found, file]);
    expect(index.of(credential({ value: 'c' }))).toEqual([]);
  });

  it('come to how many secrets were tried, and which list has the one that fits', () => {
    expect(outcomeOf([])).toEqual({ tried: 0, fits: null });
    expect(outcomeOf([none, file, tried('b', null)])).toEqual({ tried: 1_050, fits: null });
    expect(outcomeOf([file, found])).toEqual({ tried: 54, fits: 'built-in' });
  });
});

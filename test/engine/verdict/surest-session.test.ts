import { describe, expect, it } from 'vitest';
import { mechanismOf } from '../../../src/engine/verdict/mechanism.js';
import { cookie, exchange } from '../../support/credential.js';

describe('which of two sessions is named', () => {
  const named = cookie({ id: 'c1', name: 'visit_session', confidence: 0.45 });
  const sure = cookie({ id: 'c2', name: 'shop', confidence: 0.67 });

  it.each([
    ['the one that more than its name speaks for', [named, sure], 'c2'],
    [
      'the first, where its name is all that there is of either',
      [named, { ...named, id: 'c3' }],
      'c1',
    ],
    [
      'the first, where it is no guess',
      [
        { ...sure, id: 'c4' },
        { ...sure, confidence: 0.9 },
      ],
      'c4',
    ],
    [
      'the one that a login gave, however many others are sent more',
      [sure, cookie({ ...named, confidence: 0.9, behaviour: { issuedAtLogin: exchange() } })],
      'c1',
    ],
  ])('is %s', (_, all, id) => {
    expect(mechanismOf(all).from.map((one) => one.id)).toEqual([id]);
  });
});

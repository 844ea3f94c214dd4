import { describe, expect, it } from 'vitest';
import { pairOf, withSide } from '../../../src/ui/store/marked-pair.js';

const marks = (...ids: number[]) => ids.map((id) => ({ id }));

describe('pairOf', () => {
  it.each([
    ['nothing', marks(), null],
    ['one mark', marks(1), null],
    ['two marks', marks(1, 2), { from: 1, to: 2 }],
    ['more marks', marks(3, 4, 7), { from: 4, to: 7 }],
  ])('of %s', (_, all, pair) => {
    expect(pairOf(all, null)).toEqual(pair);
  });

  it('keeps what was chosen while newer marks come', () => {
    expect(pairOf(marks(1, 2, 3, 4), { from: 1, to: 3 })).toEqual({ from: 1, to: 3 });
  });

  it.each([
    { from: 1, to: 3 },
    { from: 2, to: 9 },
  ])('lets go of %j where a mark is gone', (chosen) => {
    expect(pairOf(marks(2, 3, 4), chosen)).toEqual({ from: 3, to: 4 });
  });
});

describe('withSide', () => {
  const all = marks(2, 3, 5, 8);

  it.each([
    ['from', 3, { from: 3, to: 5 }],
    ['from', 5, { from: 5, to: 8 }],
    ['to', 8, { from: 2, to: 8 }],
    ['to', 3, { from: 2, to: 3 }],
  ] as const)('puts %s on %i', (side, id, pair) => {
    expect(withSide(all, { from: 2, to: 5 }, side, id)).toEqual(pair);
  });

  it('moves the earlier side back', () => {
    expect(withSide(all, { from: 5, to: 8 }, 'to', 3)).toEqual({ from: 2, to: 3 });
  });
});

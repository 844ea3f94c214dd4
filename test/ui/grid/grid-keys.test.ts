import { describe, expect, it } from 'vitest';
import { movedSelection } from '../../../src/ui/grid/grid-keys.js';

describe('movedSelection', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', -1, 99],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 4, 3],
    ['PageDown', 4, 14],
    ['PageDown', 95, 99],
    ['PageUp', 4, 0],
    ['PageUp', 40, 30],
    ['Home', 40, 0],
    ['End', -1, 99],
    ['a', 3, -1],
  ])('%s from %d', (key, index, expected) => {
    expect(movedSelection(key, index, 100, 10)).toBe(expected);
  });

  it('has nowhere to go in an empty list', () => {
    expect(movedSelection('End', -1, 0, 10)).toBe(-1);
  });
});

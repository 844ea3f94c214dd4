import { expect, it } from 'vitest';
import { movedStop } from '../../../src/ui/page/roving.js';

it.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowRight', 2, 3, 0],
  ['ArrowDown', 0, 3, 1],
  ['ArrowLeft', 0, 3, 2],
  ['ArrowUp', 1, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['a', 0, 3, undefined],
  ['End', 0, 0, undefined],
] as const)('%s from %d of %d leads to %s', (key, at, count, to) => {
  expect(movedStop(key, at, count)).toBe(to);
});

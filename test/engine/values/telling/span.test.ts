import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND, span } from '../../../../src/engine/values/telling/span.js';

it.each([
  [30 * DAY, '30 d'],
  [30 * DAY - 3 * SECOND, '30 d'],
  [3 * DAY, '3 d'],
  [3 * DAY - SECOND, '3 d'],
  [3 * HOUR - 400, '3 h'],
  [20 * MINUTE - 250, '20 min'],
  [3 * MINUTE - 20, '3 min'],
  [62 * HOUR, '62 h'],
  [26 * HOUR, '26 h'],
  [DAY - SECOND, '24 h'],
  [170 * MINUTE, '170 min'],
  [90 * SECOND, '90 s'],
  [0, '0 s'],
  [-5 * SECOND, '0 s'],
])('tells %i ms as %s', (length, told) => {
  expect(span(length)).toBe(told);
});

import { expect, it } from 'vitest';
import { readNumericDate } from '../../../../src/engine/normalize/bodies/numeric-date.js';

const AT = Date.UTC(2026, 0, 1);

it.each([
  [AT / 1000, AT, 'seconds', false],
  [AT, AT, 'milliseconds', false],
  [AT * 1e3, AT, 'microseconds', false],
  [AT * 1e6, AT, 'nanoseconds', false],
  [String(AT / 1000), AT, 'seconds', true],
  [String(AT), AT, 'milliseconds', true],
  [`${AT / 1000}.5`, AT + 500, 'seconds', true],
  [1.5, 1500, 'seconds', false],
  [0, 0, 'seconds', false],
  [-1, -1000, 'seconds', false],
  // 9999-12-31: far off, and in seconds all the same.
  [253_402_300_799, 253_402_300_799_000, 'seconds', false],
  [253_402_300_799_000, 253_402_300_799_000, 'milliseconds', false],
])('reads %s', (value, at, unit, quoted) => {
  expect(readNumericDate(value)).toEqual({ at, unit, quoted });
});

it.each([
  '2026-01-01',
  '',
  ' ',
  '0x10',
  'Infinity',
  '1e9',
  null,
  undefined,
  true,
  {},
  [1],
  NaN,
  Infinity,
  1e300,
  Number.MAX_SAFE_INTEGER,
  '9223372036854775807',
  -1e13,
])('takes %s for no time', (value) => {
  expect(readNumericDate(value)).toBeUndefined();
});

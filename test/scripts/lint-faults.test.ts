import { expect, it } from 'vitest';
import { lintFaults } from '../../scripts/lint-faults.js';

const known = {
  code: 'UNSAFE_VAR_ASSIGNMENT',
  message: 'Unsafe assignment to innerHTML',
  file: 'assets/signals.module-AbC.js',
};
const nothing = { errors: [], warnings: [], notices: [] };

it.each([
  ['nothing', nothing, 0],
  ['the known warning', { ...nothing, warnings: [known] }, 0],
  ['the known warning twice', { ...nothing, warnings: [known, known] }, 1],
  [
    'the same in a file of ours',
    { ...nothing, warnings: [{ ...known, file: 'background.js' }] },
    1,
  ],
  ['an error', { ...nothing, errors: [known] }, 1],
  ['a notice', { ...nothing, notices: [{ code: 'X', message: 'y' }] }, 1],
])('the linter says %s', (_, result, count) => {
  expect(lintFaults(result)).toHaveLength(count);
});

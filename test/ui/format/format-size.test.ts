import { expect, it } from 'vitest';
import { formatSize } from '../../../src/ui/format/format-size.js';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1530, '1.5 kB'],
  [2_400_000, '2.4 MB'],
])('%i bytes are %s', (bytes, written) => {
  expect(formatSize(bytes, 'en')).toBe(written);
});

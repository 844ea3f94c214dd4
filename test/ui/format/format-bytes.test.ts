import { expect, it } from 'vitest';
import { formatBytes } from '../../../src/ui/format/format-bytes.js';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_000, '1 kB'],
  [2_590, '2.59 kB'],
  [12_345_678, '12.3 MB'],
  [5e12, '5,000 GB'],
])('says %d bytes as %s', (bytes, said) => {
  expect(formatBytes(bytes, 'en')).toBe(said);
});

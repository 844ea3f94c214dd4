import { percentDecode } from './unwrap.js';

/** What servers and scripts write where there is nothing, or nothing any more. */
const WORDS: ReadonlySet<string> = new Set([
  '',
  'deleted',
  'deleteme',
  'delete',
  'expired',
  'invalid',
  'removed',
  'cleared',
  'none',
  'null',
  'nil',
  'undefined',
  'false',
  '0',
  '-',
  '_',
  'x',
  'empty',
  'logout',
  'loggedout',
  'logged_out',
  '{}',
  '[]',
  '""',
  "''",
  'nan',
]);
/** `{}`, `[]`, `null` and `""` in base64. */
const ENCODED: ReadonlySet<string> = new Set(['e30', 'w10', 'bnvsba', 'iii']);

/** True for a value that stands for none: in the place of a living one it ends its life. */
export function isPlaceholder(value: string): boolean {
  const plain = percentDecode(value)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase();
  return WORDS.has(plain) || ENCODED.has(plain.replace(/=+$/, '')) || plain.startsWith('[object ');
}

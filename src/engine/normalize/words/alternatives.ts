import { unaccented } from './unaccented.js';

/**
 * The words of a table as alternatives of a pattern, without accents; what is one word with a
 * hyphen is written with others or none too.
 */
export function alternativesOf(table: string): string {
  const words = table.trim().split(/\s+/);
  return words.map((word) => unaccented(word).replaceAll('-', '[-_ ]?')).join('|');
}

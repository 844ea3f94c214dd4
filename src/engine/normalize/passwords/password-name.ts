import { STEMS } from './password-words.js';
import { unaccented } from '../words/unaccented.js';

/**
 * True for a name that says in full that it holds a password; others, such as `pw` and `pin`, mean
 * a page's width or a meeting too.
 */
export function isNamedPassword(name: string): boolean {
  const plain = unaccented(name).replace(/[-_]/g, '');
  return plain.includes('senha') || STEMS.some((stem) => plain.includes(stem));
}

import { unaccented } from '../words/unaccented.js';
import { ERROR, NO, NONE, NUMBER, WORKED } from './outcome-words.js';

// What a member of an answer says by its value.

/** True for the name of what went wrong. */
export function isError(name: string): boolean {
  return ERROR.test(name.replace(/([a-z])E(?=rrors$)/, '$1_e'));
}

export function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && NO.test(value));
}

/** A number below nothing is all that some services answer: `-9`, `[-9]`. */
export function isNegative(json: unknown): boolean {
  const [only = json, ...others] = Array.isArray(json) ? (json as unknown[]) : [];
  return others.length === 0 && typeof only === 'number' && only < 0;
}

/** A number, or a text that is one and no more than its code: `"0000"`. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
}

export function hasWorked(code: number): boolean {
  return WORKED.has(code) || (code >= 200 && code < 300);
}

export function isSomething(value: unknown): boolean {
  if (typeof value === 'string') return !NONE.test(unaccented(value).trim());
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true || (typeof value === 'number' && value !== 0);
}

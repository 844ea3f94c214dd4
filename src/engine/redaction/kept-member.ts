import { isSecret } from '../values/telling/mask.js';
import { emailsIn, isOfNobody } from './personal.js';
import { ADDRESS } from '../address.js';

const WORDS = /^[A-Za-z]{1,20}(?:[ _.-][A-Za-z]{1,20}){0,3}$/;
/** Seconds or milliseconds since 1970, from 2001 on. */
const TIME = /^-?(?:[1-9]\d{9}|[1-9]\d{12})(?:\.\d+)?$/;

/**
 * True for a member of what a value holds that says nothing of anybody: a time, a word, an address.
 */
export function isKept(name: string, member: string, isString: boolean): boolean {
  if (!isString) return member.length < 5 || TIME.test(member);
  if (emailsIn(member).length > 0) return false;
  if (isOfNobody(name) || TIME.test(member)) return true;
  if (ADDRESS.test(member)) return !isSecret('', member);
  if (/^urn:[\w:.-]+$|^\d{1,3}(?:\.\d{1,3}){0,3}$/i.test(member)) return true;
  return member.length < 3 || (WORDS.test(member) && !isSecret('', member)) || isDate(member);
}

function isDate(member: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?$/.test(member);
}

import { regex } from '../regex.js';
import { isBareCode } from '../normalize/words/code-names.js';
import { isCode } from '../values/telling/mask.js';
import { ADDRESS } from '../address.js';

// What a value is by its looks and its name, as far as it says whether it may stay.

/** What nobody is told by: words, numbers of few digits, tags of a language, names of files. */
const PLAIN = regex()`
  ^(?:(?:[A-Z]?[a-z]{1,14}|[A-Z]{1,8})(?:[ _.:-](?:[A-Z]?[a-z]{1,14}|[A-Z]{1,8})){0,3}
  |[A-Z]?[a-z]{3,14}(?:[A-Z][a-z]{3,14}){1,3}
  |-?\d{1,4}(?:\.\d{1,6})?|[A-Za-z]{1,4}\d{1,3}
  |(?:[\w-]{1,24}\/){1,6}[\w-]{1,32}\.[a-z]{2,4}\d?)$`;
const FLAG = /^(?:true|false|null|undefined|yes|no|on|off|[01])$/i;
const TIME = /^[12]\d{9}(?:\d{3})?$/;
/** Fields that say where something is done. */
const LEADS = /(?:url|uri|link|href|path|route)$/i;
const PATH = /^[./?#]/;
/** Of a device, for a person to type elsewhere (RFC 8628 §6.1): letters of no word, or digits. */
const GIVEN_CODE = /^(?:[BCDFGHJ-NP-TV-XZ]{4}-?[BCDFGHJ-NP-TV-XZ]{4}|\d{6,8})$/;

/** True for a word that says whether something is so. */
export function isFlag(value: string): boolean {
  return FLAG.test(value);
}

/** True for a value by which nobody is let in, whatever it is called. */
export function saysNothing(value: string): boolean {
  return PLAIN.test(value) || isFlag(value) || TIME.test(value);
}

/** True for an address, or for the path that a name says it is: `{"passwordUrl": "/reset"}`. */
export function leadsSomewhere(name: string, value: string): boolean {
  return ADDRESS.test(value) || (LEADS.test(name) && PATH.test(value));
}

/** True for what stands under the name of a password and is none. */
export function isNoPassword(name: string, value: string): boolean {
  return isFlag(value) || (LEADS.test(name) && leadsSomewhere(name, value));
}

/** True for a code of digits, or of letters alone, that somebody is given to type it. */
export function isGivenCode(name: string, value: string): boolean {
  if (!GIVEN_CODE.test(value)) return false;
  return isCode(name) || isCode(name.toLowerCase()) || isBareCode(name, value);
}

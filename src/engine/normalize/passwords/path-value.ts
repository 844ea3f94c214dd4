import { regex } from '../../regex.js';
import { tableOf } from './password-words.js';
import { unaccented } from '../words/unaccented.js';

// What follows the word for a password in a path: one, or a word of the interface.

/** What a page does with a password, and what else it calls so. */
const OF_INTERFACE: ReadonlySet<string> = tableOf(`
  reset forgot forgotten forget change new update create set add remove check verify validate
  confirm strength policy rules generate random email sms send sent request recover recovery
  restore expired show hide list all search login form token link key success done error failed
  invalid required settings options account profile user admin status hint save submit cancel
  vergessen andern cambiar oublie esqueci alterar zmien wijzigen unuttum забыли сменить 重置 修改
  재설정 변경
`);
const FILE =
  /\.(?:m?js|cjs|ts|css|map|json|xml|png|jpe?g|gif|svg|webp|ico|html?|php|aspx?|jsp|do|md)$/i;
/** Versions, steps and methods, and what a program puts in later. */
const NUMBERED = regex('i')`
  ^(?:v?\d+(?:\.\d+)+|(?:v|step|page|oauth|sha|md|base|form|level|tab|part|phase|type|auth|mfa
  |scrypt|bcrypt|argon)-?\d{0,3}\w?|[{:<[$*].*|.*[}>\]]|\*+)$`;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
/** Words of an address in a row, with numbers among them: `top-10-passwords`. */
const SLUG = /^[a-z\d]+(?:[-_+.][a-z\d]+)+$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const HEX = /^[\da-f]+$/i;

/** True for what is no password wherever it stands. */
export function isNoPathValue(value: string): boolean {
  if (FILE.test(value) || NUMBERED.test(value)) return true;
  if (/[^\p{L}\p{M}\d\s._-]/u.test(value)) return false;
  const words = value
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s\d._-]+/)
    .filter((word) => word !== '');
  const isOfInterface = (word: string) => OF_INTERFACE.has(unaccented(word));
  if (!/\d/.test(value)) return words.some(isOfInterface);
  return words.length > 1 && /[._-]/.test(value) && words.every(isOfInterface);
}

/** True for what somebody thought of: letters and other signs, and nothing that chance made. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 5 || value.length > 32 || !/\p{L}/u.test(value)) return false;
  if (!/[\d!@$%^&*?]/.test(value)) return false;
  if (UUID.test(value) || HEX.test(value) || SLUG.test(value) || EMAIL.test(value)) return false;
  return value.length < 16 || (value.match(/\d+/g)?.length ?? 0) < 3;
}

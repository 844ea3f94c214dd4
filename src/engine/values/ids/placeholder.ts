import { memo } from '../../memo.js';
import { parseJson } from '../../normalize/bodies/json-strings.js';
import { decodeBase64, latin1 } from '../../base64.js';
import { percentDecode } from '../unwrap.js';

/** No empty session is longer. */
const MAX_EMPTY = 400;

/** What servers and scripts write where there is nothing, or nothing any more. */
const WORDS: ReadonlySet<string> = new Set([
  '',
  'deleted',
  'deleteme',
  'delete',
  'destroyed',
  'expired',
  'invalid',
  'remove',
  'removed',
  'revoked',
  'gone',
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

/**
 * What frameworks keep of a session besides what it holds: when it ends, and what is shown once.
 */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  '_expire',
  '_maxage',
  'exp',
  'iat',
  'nbf',
  'flash',
  '_flash',
  '_fresh',
  'expires',
  'maxage',
]);
/** Nothing but marks, however many. */
const MARKS = /^[-_.*~#]{1,64}$/;
/** One character in the place of each that was there, and the nil UUID (RFC 9562 §5.9). */
const OVERWRITTEN = /^(.)\1{7,}$|^0{8}-(?:0{4}-){3}0{12}$/;
/** Ways to sign a value; the first group is what is signed. */
const SIGNED: readonly RegExp[] = [
  /^([\w+/=-]{0,400})--[0-9a-f]{40,128}$/i,
  /^([\w=-]{0,400})(?:\.[\w-]{5,7})?\.[\w-]{27,86}$/,
  /^([\w=-]{0,400}):[A-Za-z0-9]{5,7}:[\w-]{27,86}$/,
  /^SFMyNTY\.([\w-]{0,400})\.[\w-]{43}$/,
  /^[0-9a-f]{40}-()$/i,
  /^eyJ[\w-]{10,200}\.([\w-]{2,400})\.[\w-]{43,700}$/,
];
/** Empty maps and nothing at all in what Ruby, Erlang, PHP and MessagePack write. */
const BYTES: ReadonlySet<string> = new Set(['\x04\b{\0', '\x04\b0', '\x83t\0\0\0\0', '\x80']);

/** True for a value that stands for none: in the place of a living one it ends its life. */
export const isPlaceholder = memo((value: string): boolean => {
  const plain = percentDecode(value)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^j:(?=[{[n])/, '');
  const lower = plain.toLowerCase();
  if (WORDS.has(lower) || lower.startsWith('[object ') || lower === 'a:0:{}') return true;
  if (MARKS.test(plain) || isEmptyRecord(plain)) return true;
  if (OVERWRITTEN.test(plain) || isEncodedNothing(plain) || isOnlyBookkeeping(plain)) return true;
  const payload = SIGNED.map((shape) => shape.exec(plain)?.[1]).find((one) => one !== undefined);
  return payload !== undefined && (payload === '' || isEncodedNothing(payload));
});

/** Between the parts of what holds several, of which base64 has none. */
const BETWEEN_PARTS = /[,;&|]/;
const EMPTY_PART = /^\s*(?:[\w.-]{1,32}[=:]\s*(?:""|'')?)?$/;

/** True for a list of names behind which nothing stands any more: `user=&key=`. */
export function isEmptyRecord(text: string): boolean {
  const parts = text.length <= MAX_EMPTY ? text.split(BETWEEN_PARTS) : [];
  return parts.length > 1 && parts.every((part) => EMPTY_PART.test(part));
}

const NOBODY = /^(?:anonym(?:ous)?|guests?|nobody|no-?(?:user|token|auth|one)|public|unknown)$/i;

/** True for a word for somebody who has not logged in. */
export function namesNobodyYet(value: string): boolean {
  return NOBODY.test(value.trim());
}

function isEncodedNothing(text: string): boolean {
  if (ENCODED.has(text.toLowerCase().replace(/=+$/, ''))) return true;
  if (text.length > MAX_EMPTY || text.length < 4) return false;
  const bytes = decodeBase64(text);
  if (!bytes) return false;
  const decoded = latin1(bytes);
  return BYTES.has(decoded) || decoded === 'a:0:{}' || isOnlyBookkeeping(decoded);
}

/** JSON of which nothing is left but when it ends, or empty members. */
function isOnlyBookkeeping(json: string): boolean {
  if (!json.startsWith('{') || json.length > MAX_EMPTY) return false;
  const parsed = parseJson(json);
  if (typeof parsed !== 'object' || parsed === null) return false;
  const members = Object.entries(parsed);
  const isEmpty = (member: unknown) =>
    typeof member === 'object' && Object.keys(member ?? {}).length === 0;
  const left = members.filter(([name]) => !BOOKKEEPING.has(name.toLowerCase()));
  if (members.length === 0) return true;
  return (
    left.every(([, member]) => isEmpty(member)) &&
    members.some(([, member]) => isEmpty(member) || left.length === 0)
  );
}

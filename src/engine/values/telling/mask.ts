import { memo } from '../../memo.js';
import { isPasswordField, PASSWORD_MARK } from '../../normalize/passwords/password-field.js';
import { looksRandom } from '../ids/entropy.js';
import { formatOf, percentDecode } from '../format.js';
import { formatFacts } from '../formats.js';
import { isHarmless } from '../ids/harmless.js';
import { isBareCode, isSentCodeName } from '../../normalize/words/code-names.js';
import { mayBeId } from '../ids/may-be-id.js';
import { UUID } from '../ids/uuid.js';
import { regex } from '../../regex.js';

// What is secret, and what is shown in its place. When in doubt, a value is masked: a report with
// one harmless id hidden is fine, a report with one secret in it is not.

const SECRET_NAME = regex('i')`
  token|secret|pass|pwd|credential|session|sess|sid\b|auth|api[-_]?key|jwt|signature|\bsig\b
  |ticket|saml|assertion|(?<![a-z])psk|state|nonce|otp|csrf|xsrf|verifier|challenge
  |security[-_ ]?answer`;
/** A key that opens something; sort keys, keys of rows and of keyboards open nothing. */
const KEY_NAME = regex('i')`
  ^key$|(?:access|licen[cs]e|api|app|auth|client|secret|private|sign(?:ing)?|crypt(?:ion)?
  |subscription|consumer|account|shared|master|user|server|product|activation|serial|service
  |function)[-_.]?key`;
/** A code as a word of its own, but for those that stand for a place, a language or an outcome. */
const CODE_NAME = regex()`
  (?<!(?:country|region|state|language|lang|locale|currency|zip|postal|post|area|airport
  |status|error|err|response|reason|exit|http|color|colour|product|sort|category)[-_. ]?)
  (?:(?<![a-z])code|(?<=[a-z])Code)(?![a-z])`;
/** Codes of a few signs that are typed: of any length they are the whole secret. */
const TYPED_CODE = /(?:^|[^a-z])(?:otp|totp|hotp|mfa|tan|cvv|cvc|csc)(?:[-_.]?code)?(?![a-z])/i;
/** Codes that stand in for a second factor that is lost. */
const SPARE_CODES = /(?:backup|recovery|rescue|scratch|emergency|spare)[-_. ]?codes?(?![a-z])/i;
const PREVIEW = /^[^(]{0,4}…\(\d+\)$/;
/** What may stand in a preview without changing the address or header that it stands in. */
const PLAIN = /^[\w.~:/+$*!@-]*/;
const UUIDS = new RegExp(UUID, 'gi');
/** What fills a place, and no chance made: `xxxxxxx`. */
const REPEATED = /(.)\1{3,}/g;
/** A part of a name that somebody wrote: `logged`, `Token`, `SESSION`. */
const WORD = /^(?:[a-z]{1,20}|[A-Z][a-z]{1,19}|[A-Z]{1,20}|\d{0,3})$/;

/** Is told each secret that was masked, as it was meant. */
export type Found = (secret: string) => void;

/** `A1B2…(32)`: at most four characters, at most a quarter of the value, and its length. */
export function preview(value: string): string {
  if (PREVIEW.test(value)) return value;
  const shown = Math.min(4, Math.floor(value.length / 4));
  return `${PLAIN.exec(value.slice(0, shown))?.[0] ?? ''}…(${value.length})`;
}

/** True for what {@link preview} makes. */
export function isPreview(value: string): boolean {
  return PREVIEW.test(value) || value === PASSWORD_MARK;
}

/** Whatever is kept under a name may log somebody in, but for a word that tells of a taste. */
export function maskKept(name: string, value: string): string {
  return isHarmless(name, value) && !isSecret(name, value) ? value : preview(value);
}

/** True for a value that may be a secret: by its name, its format or its randomness. */
export function isSecret(name: string, value: string): boolean {
  if (value === '' || isPreview(value)) return false;
  if (name !== '' && (isPasswordField(name) || TYPED_CODE.test(name))) return true;
  if (value.length < 4) return false;
  if (isBareCode(name, value)) return true;
  if (isSecretName(name) && !isHarmless(name, value)) return true;
  const plain = percentDecode(value);
  return (
    looksRandom(plain) ||
    mayBeId(plain) ||
    (value.length >= 16 && !['opaque', 'uuid'].includes(formatOf(plain).format))
  );
}

/** True for what a secret is called, whatever its value is. */
export function isSecretName(name: string): boolean {
  if (name === '') return false;
  if (SECRET_NAME.test(name) || KEY_NAME.test(name) || SPARE_CODES.test(name)) return true;
  return isCode(name) || isPasswordField(name);
}

/** True for what a code is called that lets somebody in, a number as well. */
export function isCode(name: string): boolean {
  return (
    TYPED_CODE.test(name) ||
    CODE_NAME.test(/[a-z]/.test(name) ? name : name.toLowerCase()) ||
    isSentCodeName(name)
  );
}

/**
 * A name, key, locator or JSON pointer with its random-looking parts as previews: the words around
 * them stay, and so do UUIDs, which stand for an account or a client where they are in a name.
 */
export const maskName = memo((name): string => {
  if (name.length >= 16 && formatFacts(formatOf(name).format).unmistakable) return preview(name);
  return name.replace(/[^\s./:|,;#&?()[\]{}"'<>\\]{12,}/g, maskPart);
});

function maskPart(part: string): string {
  const judged = part.replaceAll(UUIDS, '').replace(REPEATED, '$1');
  if (isPreview(part) || !isSecret('', judged)) return part;
  const pieces = part.split(/(?<=[_-])/);
  const isWord = (piece: string) => {
    const word = piece.replace(/[_-]$/, '');
    return WORD.test(word) && !looksRandom(word);
  };
  const from = pieces.findIndex((piece) => !isWord(piece));
  const to = pieces.findLastIndex((piece) => !isWord(piece)) + 1;
  if (from < 0) return preview(part);
  const written = pieces.slice(from, to).join('');
  const middle = written.replace(/[_-]$/, '');
  // Words and a short number that only together look like more.
  if (middle.length < 16 && !isSecret('', middle)) return part;
  const end = written.slice(middle.length);
  return pieces.slice(0, from).join('') + preview(middle) + end + pieces.slice(to).join('');
}

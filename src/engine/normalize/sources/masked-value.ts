import { type Diagnosis, diagnosis, text } from '../../text.js';
import { regex } from '../../regex.js';

// What sanitizers of recordings write where a value was: proxies, browsers' exports, log scrubbers,
// templates of HTTP clients, people. It says that there was a value and nothing of what it was.

const WORD =
  '(?<![a-z])(?:redacted|removed|masked|saniti[sz]ed|scrubbed|filtered|hidden|obfuscated|' +
  'anonymi[sz]ed|censored|stripped|omitted|blanked)(?![a-z])';

const SECRET =
  '(?:(?:api|access|auth|client|secret)?[_-]?(?:key|token)|secret|jwt|credentials?|' +
  'session[_-]?id|bearer)';

/** Each fits a whole value. */
const PLACEHOLDERS: readonly RegExp[] = [
  // [REDACTED], <redacted>, {filtered}, **masked**, [session redacted], <removed: jwt>,
  // [REDACTED_TOKEN]
  new RegExp(String.raw`^[[<({*_-]+[\w .:-]{0,60}${WORD}[\w .:-]{0,60}[\])>}*_-]+$`, 'i'),
  // REDACTED, sanitized, REDACTED_TOKEN, token-redacted
  /^(?:redacted|removed|masked|saniti[sz]ed|scrubbed|obfuscated|anonymi[sz]ed|censored)$/i,
  /^(?:[a-z]{2,20}[_-])?redacted(?:[_-][a-z]{2,20})?$/i,
  // ***, xxxx, ••••, xxxx-xxxx; and what a mask leaves at either end: ab****yz
  /^([*xX•●█#…])\1{2,}$/,
  /^[^\s*•●█]{0,6}[*•●█]{3,}[^\s*•●█]{0,6}$/,
  // One character again and again, in groups as of a UUID as well.
  /^([^-])(-*\1){7,}$/,
  // {{access_token}}, {% token %}, ${TOKEN}, $TOKEN, %TOKEN%, <%= token %>, __TOKEN__
  /^\{\{[^{}]{1,60}\}\}$/,
  /^\{%[^{}]{1,60}%\}$/,
  /^\$\{[^{}]{1,60}\}$/,
  /^\$[A-Z][A-Z_]{2,40}$/,
  /^%[A-Z_]{3,40}%$/,
  /^<%=?[^<>]{1,60}%>$/,
  /^__[A-Z][A-Z_]{2,40}__$/,
  // <your-api-key>, <token>, {token}, [API_KEY], YOUR_TOKEN_HERE, your-api-key, REPLACE_ME,
  // PASTE_TOKEN
  /^<(?:your|insert|my)[^<>]{1,60}>$/i,
  new RegExp(String.raw`^[$#]?[<[{](?:[a-z]{1,20}[ _-]){0,4}${SECRET}[>\]}]$`, 'i'),
  /^(?:your|my|insert)[_-][a-z_-]{2,40}[_-]here$/i,
  regex('i')`
    ^(?:your|insert|replace|paste|example|dummy|sample)(?:[ _-][a-z]{1,20}){0,4}
    [ _-]${SECRET}(?:[ _-](?:here|value))?$`,
  /^(?:change|replace)[_-]?(?:me|this)$/i,
];

/** What at least is in every one of them: most values are told apart by this alone. */
const MARK = regex('i')`
  redact|remov|mask|saniti|scrub|filter|hidden|obfusc|anonymi|censor|strip|omit|blank|[*•●█#…]{3}
  |x{3}|^[\s"]*(.)\1{2}|^[\s"]*(?:\{\{|\$\{|%|<)|here[\s"]*$|^[\s"]*(?:\{|#\{|\$[A-Z]|\[|__[A-Z])
  |^[\s"]*(?:your|insert|replace|paste|example|dummy|sample|change)`;

/**
 * Addresses, file names, numbers, moments, which most values are: what begins with a letter or a
 * digit is a placeholder with neither digits nor points in it, unless it is a mask or one character
 * again.
 */
const WRITTEN = /^([a-z\d])(?!\1)[^\d./:*•●█%]*[\d./:][^*•●█%]*$/i;

/** Longer values are no placeholders, unless they are one character again and again. */
const MAX_LENGTH = 160;

/** True for a text that stands where a sanitizer took a value out, percent-encoded or not. */
export function isMasked(value: string): boolean {
  if (value.length < 3) return false;
  if (value.length > MAX_LENGTH) return isOneCharacter(value);
  if (WRITTEN.test(value) || !MARK.test(value)) return false;
  return [value, decoded(value)].some((form) => {
    const plain = form.trim().replace(/^"(.*)"$/, '$1');
    return PLACEHOLDERS.some((placeholder) => placeholder.test(plain));
  });
}

/** Says of a source how many of its values were replaced. */
export function sanitized(count: number): Diagnosis {
  return diagnosis(
    text(
      'diagnosis_sanitized',
      'the file was sanitized: {count} values were replaced by placeholders such as [REDACTED], ' +
        'and what they were is unknown',
      { count },
    ),
  );
}

/** True for nothing but one character again and again, which servers write over a value as well. */
export function isOneCharacter(value: string): boolean {
  for (let at = 1; at < value.length; at++) if (value[at] !== value[0]) return false;
  return true;
}

function decoded(value: string): string {
  if (!value.includes('%')) return '';
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

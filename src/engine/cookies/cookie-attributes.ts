import type { Millis, SameSite } from '../model.js';
import { type Text, text } from '../text.js';
import { tellWord } from '../values/telling/redact.js';
import { parseCookieDate } from './cookie-date.js';
import type { CookieMode } from './cookie-mode.js';

// RFC 6265bis §5.6.1 to §5.6.7: what each attribute of a Set-Cookie line does.

/** A Set-Cookie line by its parts, each attribute as the last one that counts says. */
export interface CookieLine {
  name: string;
  value: string;
  /** `Expires` as an instant. */
  expires?: Millis;
  /** `Max-Age` in seconds. */
  maxAge?: number;
  /** `Domain` as written; empty where it has no value. */
  domain?: string;
  path?: string;
  secure: boolean;
  httpOnly: boolean;
  partitioned: boolean;
  sameSite: SameSite;
  /** A tab is left in a name or a value after the blanks around it are trimmed. */
  tabInside: boolean;
  /** Attributes that browsers know, as they were written and in their order. */
  written: readonly WrittenAttribute[];
}

/** `Max-Age=600`: name and value as written; without a value where there was no equals sign. */
export type WrittenAttribute = readonly [name: string, value?: string];

/** Diagnoses without repeats: a line of a million wrong attributes still says it once. */
export type Say = (sentence: Text) => void;

type ReadAttribute = (value: string, parts: CookieLine, say: Say, mode: CookieMode) => void;

/** How each is read, by its name in lower case: what browsers would ignore is said. */
export const ATTRIBUTES: Readonly<Record<string, ReadAttribute>> = {
  expires(value, parts, say, mode) {
    const at = parseCookieDate(value, mode);
    if (at === undefined)
      say(text('diagnosis_date_invalid', 'Expires is not a cookie date and is ignored'));
    if (at !== undefined) parts.expires = at;
    // The standard ignores a bad attribute alone; in browsers it also takes back an earlier good
    // one.
    else if (mode === 'browser') delete parts.expires;
  },
  'max-age'(value, parts, say, mode) {
    // Chromium also takes a leading plus sign; RFC 6265bis §5.6.2 does not.
    const valid = (mode === 'browser' ? /^[+-]?\d+$/ : /^-?\d+$/).test(value);
    if (!valid)
      say(text('diagnosis_max_age_invalid', 'Max-Age is not a whole number and is ignored'));
    else if (value.startsWith('+'))
      say(text('diagnosis_max_age_plus', 'Max-Age has a plus sign, which not every browser reads'));
    if (valid) parts.maxAge = Number(value);
    else if (mode === 'browser') delete parts.maxAge;
  },
  domain(value, parts, say, mode) {
    // RFC 6265 §5.2.3 ignores an empty one; to browsers it takes back an earlier one.
    if (value !== '' || mode === 'browser') parts.domain = value;
    if (value === '')
      say(
        text(
          'diagnosis_domain_empty',
          'Domain has no value and is ignored: the cookie is for this host alone',
        ),
      );
  },
  path(value, parts, say) {
    parts.path = value;
    if (!value.startsWith('/')) {
      say(
        text('diagnosis_path_invalid', 'Path does not start with a slash; the default path counts'),
      );
    }
  },
  secure(value, parts, say) {
    parts.secure = true;
    if (value !== '') flagWithValue('Secure', say);
  },
  httponly(value, parts, say) {
    parts.httpOnly = true;
    if (value !== '') flagWithValue('HttpOnly', say);
  },
  partitioned(value, parts, say) {
    parts.partitioned = true;
    if (value !== '') flagWithValue('Partitioned', say);
  },
  samesite(value, parts, say) {
    const mode = value.toLowerCase();
    const known = mode === 'strict' || mode === 'lax' || mode === 'none';
    parts.sameSite = known ? mode : 'unset';
    if (!known)
      say(text('diagnosis_samesite_unknown', 'SameSite has an unknown value and counts as unset'));
  },
};

/** `Secure=false` is the classic: it is on. */
function flagWithValue(attribute: string, say: Say): void {
  say(
    text('diagnosis_flag_value', '{attribute} has a value, which is ignored: it is on', {
      attribute: tellWord(attribute),
    }),
  );
}

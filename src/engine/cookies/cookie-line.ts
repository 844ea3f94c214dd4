import type { Millis, SameSite } from '../model.js';
import { type Diagnosis, diagnosis, type Text, text } from '../text.js';
import { byteLength } from './byte-length.js';
import { parseCookieDate } from './cookie-date.js';
import type { CookieMode } from './cookie-mode.js';
import { tellWord } from '../values/redact.js';

// RFC 6265bis §5.6: a Set-Cookie line taken apart. Nothing here knows who sent it.

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

const MAX_ATTRIBUTE = 1024;
/** Of a line that repeats itself, the first ones. */
const MAX_WRITTEN = 16;
/** Attributes that a reader may look at, but whose presence changes nothing here. */
const HARMLESS: ReadonlySet<string> = new Set([
  '',
  'priority',
  'version',
  'comment',
  // RFC 2965, and a trial of Chromium's that is over.
  'commenturl',
  'discard',
  'port',
  'sameparty',
]);

/** Diagnoses without repeats: a line of a million wrong attributes still says it once. */
type Say = (sentence: Text) => void;

/** Splits a line; what a browser would ignore in it becomes a diagnosis. */
export function readCookieLine(
  line: string,
  mode: CookieMode,
): { parts: CookieLine; diagnoses: Diagnosis[] } {
  const said = new Map<string, Diagnosis>();
  const say: Say = (sentence) =>
    void (said.has(sentence.key) || said.set(sentence.key, diagnosis(sentence)));
  const end = line.indexOf(';');
  const pair = end < 0 ? line : line.slice(0, end);
  const { name, value } = splitPair(pair);
  const tabInside = name.includes('\t') || value.includes('\t');
  const written: WrittenAttribute[] = [];
  const parts: CookieLine = {
    name,
    value,
    secure: false,
    httpOnly: false,
    partitioned: false,
    sameSite: 'unset',
    tabInside,
    written,
  };
  if (parts.name === '') say(text('diagnosis_nameless', 'the cookie has no name'));
  // Stored by the standard and by the browsers' common tests; Chromium 156 drops it without a word.
  if (parts.name === '' && value.includes('=')) {
    say(
      text(
        'diagnosis_nameless_equals',
        'without a name and with an equals sign it comes back as another cookie; newest browsers drop it',
      ),
    );
  }
  const seen = new Set<string>();
  for (let from = end; from >= 0 && from < line.length;) {
    const next = line.indexOf(';', from + 1);
    const part = line.slice(from + 1, next < 0 ? line.length : next);
    if (readAttribute(part, parts, seen, mode, say) && written.length < MAX_WRITTEN) {
      written.push(asWritten(part));
    }
    from = next;
  }
  return { parts, diagnoses: [...said.values()] };
}

function splitPair(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  if (equals < 0) return { name: '', value: trimBlank(pair) };
  return { name: trimBlank(pair.slice(0, equals)), value: trimBlank(pair.slice(equals + 1)) };
}

/** Space and tab only (WSP): `String.trim` would also eat U+00A0 and others. */
export function trimBlank(part: string): string {
  let from = 0;
  let to = part.length;
  while (from < to && (part[from] === ' ' || part[from] === '\t')) from++;
  while (to > from && (part[to - 1] === ' ' || part[to - 1] === '\t')) to--;
  return part.slice(from, to);
}

function asWritten(part: string): WrittenAttribute {
  const equals = part.indexOf('=');
  if (equals < 0) return [trimBlank(part)];
  return [trimBlank(part.slice(0, equals)), trimBlank(part.slice(equals + 1))];
}

/** False where browsers ignore it. */
function readAttribute(
  part: string,
  parts: CookieLine,
  seen: Set<string>,
  mode: CookieMode,
  say: Say,
): boolean {
  const equals = part.indexOf('=');
  const name = trimBlank(equals < 0 ? part : part.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? '' : trimBlank(part.slice(equals + 1));
  parts.tabInside ||= name.includes('\t') || value.includes('\t');
  if (mode === 'browser' && byteLength(value, MAX_ATTRIBUTE) > MAX_ATTRIBUTE) {
    say(
      text(
        'diagnosis_attribute_too_long',
        'an attribute of {length} characters is ignored (limit 1,024)',
        { length: value.length },
      ),
    );
    return false;
  }
  const read = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
  if (!read) {
    // Its name is not said: after a stray semicolon it is a piece of the value.
    if (!HARMLESS.has(name))
      say(text('diagnosis_attribute_unknown', 'an attribute that browsers do not know is ignored'));
    return name === 'priority';
  }
  if (seen.has(name))
    say(
      text('diagnosis_attribute_twice', '{attribute} stands there twice; the last one counts', {
        attribute: tellWord(name),
      }),
    );
  seen.add(name);
  read(value, parts, say, mode);
  return true;
}

type ReadAttribute = (value: string, parts: CookieLine, say: Say, mode: CookieMode) => void;

const ATTRIBUTES: Readonly<Record<string, ReadAttribute>> = {
  expires(value, parts, say, mode) {
    const at = parseCookieDate(value, mode);
    if (at === undefined)
      say(text('diagnosis_date_invalid', 'Expires is not a cookie date and is ignored'));
    if (at !== undefined) parts.expires = at;
    // The standard ignores a bad attribute alone; in browsers it also takes back an earlier good one.
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

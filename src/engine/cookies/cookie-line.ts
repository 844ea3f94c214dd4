import { type Diagnosis, diagnosis, text } from '../text.js';
import { byteLength } from './byte-length.js';
import {
  ATTRIBUTES,
  type CookieLine,
  type Say,
  type WrittenAttribute,
} from './cookie-attributes.js';
import type { CookieMode } from './cookie-mode.js';
import { tellWord } from '../values/telling/redact.js';

// RFC 6265bis §5.6: a Set-Cookie line taken apart. Nothing here knows who sent it.

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
  if (name === '') sayNameless(value, say);
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

function sayNameless(value: string, say: Say): void {
  say(text('diagnosis_nameless', 'the cookie has no name'));
  // Stored by the standard and by the browsers' common tests; Chromium 156 drops it without a word.
  if (!value.includes('=')) return;
  say(
    text(
      'diagnosis_nameless_equals',
      'without a name and with an equals sign it comes back as another cookie; newest ' +
        'browsers drop it',
    ),
  );
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

import type { BodyField } from '../../model.js';
import { LIMITS } from '../../settings.js';
import { decodeEntities } from './html-entities.js';
import { isPasswordField } from '../passwords/password-field.js';

// What a page tells its own scripts: members of objects and variables that it writes into them,
// data blocks (HTML §4.12.1), and `data-*` attributes (HTML §3.2.6.6).

/** No page tells its scripts more secrets; those whose names speak of any come first. */
const MAX_VALUES = 24;
/** Assignments of one text, and attributes of a page, that are looked at. */
const MAX_PAIRS = 2_000;
/**
 * Characters of a script in a page, or of one that is a file, in which a secret of a session is
 * expected.
 */
const MAX_SCRIPT = 65_536;
const SCRIPT = /<script[\s/>]/gi;
const DATA = /[\s"']data-([\w-]{1,64})\s{0,4}=\s{0,4}(["'])/gi;
/**
 * Between a name and what is written for it; a comma in calls: `setRequestHeader('X-Guard', '…')`.
 */
const BETWEEN = /([:=,])\s{0,8}\\{0,3}["']/g;
const VALUE = /[\w+/=|~.:\\-]{8,256}(?=\\{0,3}["'])/y;
const PLAIN_VALUE = /^[\w+/=|~.:-]{8,256}$/;
/** A name as it stands before one: quoted, in brackets, or the last of `window.shop.guard`. */
const NAME = /(\\{0,3}["'])?([\w$-]{1,64})(\\{0,3}["'])?\s{0,8}\]?\s{0,8}$/;
/** The most characters of a name, and of what stands before and behind it. */
const MAX_NAME = 64;
const MAX_OPENING = 4;
const MAX_CLOSING = 24;
/**
 * Characters before a value in which its name, and the name of what it is a member of, are looked
 * for.
 */
const BEFORE = 240;
/** Says nothing, in a script, without the object that it is in: `csrf: { value: '…' }`. */
const GENERIC = /^(?:value|token|hash|key|val|content|secret)$/i;
const LIKELY = /csrf|xsrf|forg|nonce|tok|key|auth|sec|check|guard|hash|proof|sid/i;
/** What is made by chance has digits. */
const DIGITS = /\d\D*\d/;

/**
 * Values that a page writes for its scripts, as `script[name]` and `data[name]`. In linear time.
 */
export function valuesForScripts(html: string): BodyField[] {
  return telling([...inScripts(html), ...inData(html)]);
}

/** The same of a script that is a file; a large one is a library, and the same for everybody. */
export function valuesOfScript(source: string): BodyField[] {
  return source.length > MAX_SCRIPT ? [] : telling(pairsIn(source));
}

function inScripts(html: string): BodyField[] {
  const found: BodyField[] = [];
  const search = new RegExp(SCRIPT);
  for (let start = search.exec(html); start; start = search.exec(html)) {
    const from = html.indexOf('>', search.lastIndex - 1) + 1;
    if (from === 0) break;
    const to = endOfScript(html, from);
    found.push(...pairsIn(html.slice(from, Math.min(to, from + MAX_SCRIPT))));
    search.lastIndex = to;
  }
  return found;
}

function endOfScript(html: string, from: number): number {
  const close = /<\/script/gi;
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function inData(html: string): BodyField[] {
  const found: BodyField[] = [];
  let looked = 0;
  for (const { index, 0: head, 1: name = '', 2: quote = '"' } of html.matchAll(DATA)) {
    if (++looked > MAX_PAIRS) break;
    const from = index + head.length;
    const rest = html.slice(from, from + LIMITS.htmlTag);
    const end = rest.indexOf(quote);
    if (end < 8) continue;
    const value = decodeEntities(rest.slice(0, end)).trim();
    if (/^[{[]/.test(value)) found.push(...pairsIn(value));
    else if (PLAIN_VALUE.test(value)) found.push({ pointer: `data[${name}]`, value });
  }
  return found;
}

function pairsIn(text: string): BodyField[] {
  const source = text.includes('\\') ? withPlainQuotes(text) : text;
  const found: BodyField[] = [];
  let looked = 0;
  for (const between of source.matchAll(BETWEEN)) {
    if (++looked > MAX_PAIRS) break;
    const value = valueAt(source, between.index + between[0].length);
    if (value === undefined) continue;
    const before = source.slice(Math.max(0, between.index - BEFORE), between.index);
    const name = nameBefore(before, between[1] === ',');
    if (name !== undefined) found.push({ pointer: `script[${name}]`, value });
  }
  return found;
}

function withPlainQuotes(text: string): string {
  return text.replaceAll(/\\(?:x22|u0022)/gi, '"').replaceAll(/\\x27|\\u0027/gi, "'");
}

function valueAt(source: string, at: number): string | undefined {
  VALUE.lastIndex = at;
  const raw = VALUE.exec(source)?.[0];
  return raw === undefined || !DIGITS.test(raw) ? undefined : unescaped(raw);
}

/** Servers escape in scripts what HTML could mistake: `\u002b`, `\/`, `\x3d`. */
function unescaped(raw: string): string | undefined {
  const value = raw
    .replaceAll(/\\{1,2}(?:u00|x)([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll(/\\{1,3}\/|\\+$/g, (slash) => (slash.endsWith('/') ? '/' : ''));
  return PLAIN_VALUE.test(value) ? value : undefined;
}

function nameBefore(before: string, isCall: boolean): string | undefined {
  const [whole = '', opened, name, closed] = NAME.exec(endOf(before)) ?? [];
  if (name === undefined || (isCall && (opened === undefined || closed === undefined)))
    return undefined;
  if (!GENERIC.test(name)) return name;
  const outside = before.slice(0, before.length - whole.length);
  const brace = outside.lastIndexOf('{');
  if (brace < outside.lastIndexOf('}') || brace < 0) return name;
  const above = NAME.exec(outside.slice(0, brace).replace(/\s{0,8}[:=]\s{0,8}$/, ''))?.[2];
  return above === undefined ? name : `${above}_${name}`;
}

/**
 * The end of a text in which a name may stand: looked for from further away, each is tried in vain.
 */
function endOf(text: string): string {
  let end = text.length;
  while (end > text.length - MAX_CLOSING && !isOfName(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > end - MAX_NAME && isOfName(text.charCodeAt(start - 1))) start--;
  return text.slice(Math.max(0, start - MAX_OPENING));
}

/** `[\w$-]`. */
function isOfName(code: number): boolean {
  if (code >= 0x61) return code <= 0x7a;
  if (code >= 0x41) return code <= 0x5a || code === 0x5f;
  return (code >= 0x30 && code <= 0x39) || code === 0x24 || code === 0x2d;
}

/** Each once; no password, whose value nobody keeps. */
function telling(all: readonly BodyField[]): BodyField[] {
  const each = new Map(
    all
      .filter(({ pointer, value }) => DIGITS.test(value) && !isPasswordField(nameIn(pointer)))
      .map((field) => [`${field.pointer} ${field.value}`, field]),
  );
  const fields = [...each.values()];
  const isLikely = ({ pointer }: BodyField) => LIKELY.test(nameIn(pointer));
  return [...fields.filter(isLikely), ...fields.filter((one) => !isLikely(one))].slice(
    0,
    MAX_VALUES,
  );
}

function nameIn(pointer: string): string {
  return pointer.slice(pointer.indexOf('[') + 1, -1);
}

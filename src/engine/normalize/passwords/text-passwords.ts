import { type IsPassword, PASSWORD_MARK } from './password-field.js';
import { regex, unbroken } from '../../regex.js';

/** What may stand between a name and its string: `{ password: { set: ["…"] } }`. */
const WRAPPED = unbroken`
  (?:\[\s{0,16}
  |[{(]\s{0,16}\\{0,8}["']?(?:value|set|new|current|raw|plain)\\{0,8}["']?\s{0,16}:\s{0,16}){0,3}`;
const ARGUMENT = regex('gu')`
  ([\p{L}\p{M}\w.-]{1,64})\\{0,8}["']?\s{0,16}[:=]\s{0,16}${WRAPPED}
  (?:(\\{0,8}(?:"""|["']))|(-?\d[\d.]*))`;
const ELEMENT = /<([\p{L}\w:.-]{1,64})(?:\s[^<>]{0,256})?>/gu;
const SECTION = '<![CDATA[';

/** A line of its own: `password: …` (YAML, STOMP), `password = …` (INI). */
const LINE = regex('gmu')`
  ^([ \t]{0,64}(?:-[ \t]{1,4})?)([\p{L}\p{M}\w.-]{1,64})
  ([ \t]{0,8}:[ \t]{0,8}|[ \t]{1,8}=[ \t]{0,8})(?!["'{[\s]|[|>][-+\d]{0,3}\s*$)([^\r\n]{1,8192})$`;

/** What stands on a line behind the name of a password. */
export function withoutLines(source: string, isPassword: IsPassword): string {
  return source.replace(LINE, (whole, before: string, name: string, between: string) =>
    isPassword(name) ? before + name + between + PASSWORD_MARK : whole,
  );
}

/**
 * `login(password: "…")`, `{\"password\":\"…\"}`, `password="…"`: strings and numbers behind a
 * name.
 */
export function withoutArguments(source: string, isPassword: IsPassword): string {
  let kept = '';
  let from = 0;
  const search = new RegExp(ARGUMENT);
  for (let found = search.exec(source); found; found = search.exec(source)) {
    const [, name = '', quote, number = ''] = found;
    if (!isPassword(name)) continue;
    const start = search.lastIndex - number.length;
    const end = quote === undefined ? search.lastIndex : endOfString(source, start, quote);
    kept += source.slice(from, start) + PASSWORD_MARK;
    from = end;
    search.lastIndex = end;
  }
  return kept + source.slice(from);
}

/** `<password>…</password>`, with a prefix or without. */
export function withoutElements(source: string, isPassword: IsPassword): string {
  let kept = '';
  let from = 0;
  const search = new RegExp(ELEMENT);
  for (let found = search.exec(source); found; found = search.exec(source)) {
    if (!isPassword(found[1]!.split(':').at(-1)!)) continue;
    const isSection = source.startsWith(SECTION, search.lastIndex);
    const start = search.lastIndex + (isSection ? SECTION.length : 0);
    const close = source.indexOf(isSection ? ']]>' : '<', start);
    const end = close < 0 ? source.length : close;
    kept += source.slice(from, start) + (end > start ? PASSWORD_MARK : '');
    from = end;
    search.lastIndex = end;
  }
  return kept + source.slice(from);
}

/** Where the quote stands again that began the string, behind no more backslashes. */
function endOfString(source: string, from: number, quote: string): number {
  const mark = quote.replace(/^\\*/, '');
  const escapes = quote.length - mark.length;
  for (let at = source.indexOf(mark, from); at >= 0; at = source.indexOf(mark, at + 1)) {
    let before = at;
    while (before > from && source[before - 1] === '\\') before--;
    if (at - before <= escapes) return before;
  }
  return source.length;
}

import { regex } from '../regex.js';

/**
 * A string or a number of JSON, with the name that it stands under; what a number becomes is one,
 * too.
 */
export type MapMember = (name: string, value: string, isString: boolean) => string;

const TOKEN = regex('g')`
  "([^"\\]*(?:\\[^][^"\\]*)*)(?:"(\s*:)?|\\?$)
  |(?<![\w.])-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,5})?(?![\w.])`;
/** What begins with a quote and does not end is one value for so long. */
const MOST_CUT = 8_192;
/**
 * A member that says what the one behind it is: `{"typ":"email","val":"…"}` (claims, attributes).
 */
const SAYING = /^(?:typ|type|claim|claim_?type|name)$/i;
const SAID = /^[\w:/.#-]{1,128}$/;
/**
 * Names that say nothing without the one above them. Fewer than where the whole is parsed: what was
 * written last before a member may stand beside it.
 */
const GENERIC = /^(?:value|key|raw|data|current|val|v|\d+)$/i;

/**
 * A JSON text with other strings and numbers, and everything else in it as it is written. What does
 * not end, or is JSON of a line each, is read as far as it goes.
 */
export function mapJson(source: string, map: MapMember): string {
  let name = '';
  let above = '';
  let said = '';
  return source.replace(TOKEN, (whole: string, inner: string | undefined, colon?: string) => {
    if (colon !== undefined) {
      const own = plainOf(inner!);
      const isGeneric = GENERIC.test(own);
      if (!isGeneric) above = own;
      name = isGeneric ? said || `${above} ${own}`.trim() : own;
      if (isGeneric) said = '';
      return whole;
    }
    if (inner === undefined) return map(name, whole, false);
    const isCut = whole.length === inner.length + 1 || !whole.endsWith('"');
    if (isCut && whole.length > MOST_CUT) return whole;
    const plain = plainOf(inner);
    said = SAYING.test(name) && SAID.test(plain) ? plain : '';
    const mapped = map(name, plain, true);
    if (mapped === plain) return whole;
    const written = JSON.stringify(mapped);
    // A text that was cut ends in the middle of a string.
    return isCut ? written.slice(0, -1) : written;
  });
}

function plainOf(inner: string): string {
  if (!inner.includes('\\')) return inner;
  try {
    return JSON.parse(`"${inner.replace(/[\n\r\t]/g, ' ')}"`) as string;
  } catch {
    return inner;
  }
}

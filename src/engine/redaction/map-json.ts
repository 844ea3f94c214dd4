import { regex } from '../regex.js';

/**
 * A string or a number of JSON, with the name that it stands under; what a number becomes is one,
 * too.
 */
export type MapMember = (name: string, value: string, isString: boolean) => string;

const TOKEN = regex('g')`
  "([^"\\]*(?:\\[^][^"\\]*)*)"(\s*:)?
  |(?<![\w.])-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,5})?(?![\w.])`;
/** Names that say nothing without the one above them. */
const GENERIC = /^(?:value|key|raw|data|current|val|v|\d+)$/i;

/**
 * A JSON text with other strings and numbers, and everything else in it as it is written. What does
 * not end, or is JSON of a line each, is read as far as it goes.
 */
export function mapJson(source: string, map: MapMember): string {
  let name = '';
  let above = '';
  return source.replace(TOKEN, (whole: string, inner: string | undefined, colon?: string) => {
    if (colon !== undefined) {
      const own = plainOf(inner!);
      if (!GENERIC.test(own)) above = own;
      name = GENERIC.test(own) ? `${above} ${own}`.trim() : own;
      return whole;
    }
    if (inner === undefined) return map(name, whole, false);
    const plain = plainOf(inner);
    const mapped = map(name, plain, true);
    return mapped === plain ? whole : JSON.stringify(mapped);
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

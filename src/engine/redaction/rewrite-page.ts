import { parseJson } from '../normalize/bodies/json-strings.js';

// What a page shows, links to and hands over to its scripts. Every length is bounded, so that
// matching is linear.

/** How what is found in a page is written. */
export interface PageWriter {
  /** A word that stands by itself: what chance made is an id or a key. */
  lone(word: string): string;
  /** What stands behind its name in an address. */
  pair(name: string, value: string): string;
  json(source: string): string;
  /** What somebody wrote beside a page. */
  note(text: string): string;
}

const SCRIPT = /<(script|style)\b/gi;
const TAG = /<[a-z/!][^<>]{1,8192}>/gi;
/** Where a name begins in an address; a mark may be escaped once more, and then encoded. */
const IN_ADDRESS = /([?&;#]|%(?:25)?(?:26|3b))([\w[\].$-]{1,64})=([^\s"'<>&#;]{4,2048})/gi;
const ATTRIBUTE =
  /(\s(?:value|content|name|data-[\w-]{1,64})\s{0,4}=\s{0,4})(["'])([\w.~+/=-]{20,512})(?=\2)/gi;
const SHOWN = />([^<>]{16,8192})(?=<)/g;
const WORD = /[\w.~+/=-]{20,512}/g;
/** The key of an authenticator, in groups as people type it. */
const GROUPS =
  /(?<!\w)(?:[a-z2-7]{4}(?: [a-z2-7]{4}){3,15}|[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,15})(?!\w)/g;
const TWO_DIGITS = /\d.*\d/;
const BEGINS_JSON = /(?:\{|\[\s{0,4}[{[])\s{0,16}"/g;
/** So often what begins like JSON may be none: scripts write objects of their own. */
const MOST_TRIED = 64;

/** Rewrites a page. */
export function rewritePage(source: string, writer: PageWriter): string {
  let told = '';
  let from = 0;
  const search = new RegExp(SCRIPT);
  for (let start = search.exec(source); start; start = search.exec(source)) {
    const close = new RegExp(`</${start[1]!}`, 'gi');
    close.lastIndex = search.lastIndex;
    const to = close.exec(source)?.index ?? source.length;
    const opened = source.indexOf('>', search.lastIndex);
    const begin = opened < 0 || opened > to ? to : opened + 1;
    told += rewriteMarked(source.slice(from, begin), writer);
    told += rewriteEmbedded(source.slice(begin, to), writer);
    from = to;
    search.lastIndex = to;
  }
  return told + rewriteMarked(source.slice(from), writer);
}

/** Rewrites the JSON that stands in a script. */
export function rewriteEmbedded(source: string, writer: Pick<PageWriter, 'json'>): string {
  let told = '';
  let from = 0;
  let tried = 0;
  const search = new RegExp(BEGINS_JSON);
  for (let start = search.exec(source); start; start = search.exec(source)) {
    const end = endOfJson(source, start.index);
    const json = end === undefined ? '' : source.slice(start.index, end);
    if (end === undefined || parseJson(json) === undefined) {
      if (++tried > MOST_TRIED) break;
      search.lastIndex = start.index + 1;
      continue;
    }
    told += source.slice(from, start.index) + writer.json(json);
    from = end;
    search.lastIndex = end;
  }
  return told + source.slice(from);
}

/** Where the bracket closes that opens here. */
function endOfJson(source: string, from: number): number | undefined {
  let depth = 0;
  let isText = false;
  for (let at = from; at < source.length; at++) {
    const sign = source[at];
    if (isText) {
      if (sign === '\\') at++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

function rewriteMarked(source: string, writer: PageWriter): string {
  return source
    .replace(TAG, (tag) => (tag.startsWith('<!--') ? writer.note(tag) : rewriteTag(tag, writer)))
    .replace(SHOWN, (_, text: string) => `>${rewriteShown(text, writer)}`);
}

function rewriteTag(tag: string, writer: PageWriter): string {
  return tag
    .replace(
      IN_ADDRESS,
      (_, mark: string, name: string, value: string) =>
        `${mark}${name}=${writer.pair(name, value)}`,
    )
    .replace(
      ATTRIBUTE,
      (_, start: string, quote: string, value: string) => start + quote + writer.lone(value),
    );
}

function rewriteShown(text: string, writer: PageWriter): string {
  return text
    .replace(WORD, (word) => writer.lone(word))
    .replace(GROUPS, (key) => (TWO_DIGITS.test(key) ? writer.pair('secret', key) : key));
}

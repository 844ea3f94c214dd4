import { decodeEntities } from '../normalize/html-entities.js';
import { decodePercent } from '../normalize/raw-url.js';
import { preview } from '../values/mask.js';
import { type Hit, MIN_LENGTH, Needles } from './needles.js';

// The last look at a report: whatever the masks before it forgot, no value that is known to be
// secret leaves in it, in any encoding. It costs in proportion to the report and to the values.

const MAX_LAYERS = 3;
const MAX_DEPTH = 40;
const ESCAPE = /%[0-9a-f]{2}|&#?\w{1,32};|\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi;

export interface Swept<T> {
  value: T;
  /** Previews of the values that were found. */
  hits: string[];
}

/** A JSON value, or a text, with every occurrence of these values masked. */
export function sweep<T>(value: T, secrets: Iterable<string>): Swept<T> {
  return sweepFor(value, new Needles(secrets));
}

/** The same for values that are known already. */
export function sweepFor<T>(value: T, index: Needles): Swept<T> {
  const hits = new Set<string>();
  const known = new Map<string, string>();
  const cleanText = (text: string): string => {
    if (text.length < MIN_LENGTH) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const clean = sweepText(text, index, hits);
    known.set(text, clean);
    return clean;
  };
  return { value: index.isEmpty ? value : (walk(value, cleanText, 0) as T), hits: [...hits] };
}

function walk(value: unknown, clean: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, clean, depth + 1));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  let changed = false;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => {
    const [name, told] = [clean(key), walk(item, clean, depth + 1)];
    changed ||= name !== key || told !== item;
    return [name, told] as const;
  });
  return changed ? Object.fromEntries(entries) : value;
}

/** As it stands, and without its layers of escapes; a hit in a layer masks what it was written as. */
function sweepText(text: string, index: Needles, hits: Set<string>): string {
  let masked = replaceAt(text, index.find(text), [], hits);
  let view: View = { text: masked, starts: undefined };
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const next = unescaped(view);
    if (!next) break;
    const found = index.find(next.text);
    if (found.length > 0) {
      masked = replaceAt(masked, found, next.starts!, hits);
      view = { text: masked, starts: undefined };
      layer = -1;
    } else view = next;
  }
  return masked;
}

/** A text whose characters know where in the original they begin. */
interface View {
  text: string;
  starts: number[] | undefined;
}

/** One layer of percent-encoding, entities and JSON escapes taken off; undefined where there is none. */
function unescaped({ text, starts }: View): View | undefined {
  let plain = '';
  const from: number[] = [];
  const startOf = (at: number) => starts?.[at] ?? at;
  let at = 0;
  const copy = (end: number) => {
    for (; at < end; at++) from.push(startOf(at));
  };
  for (const { 0: escape, index } of text.matchAll(ESCAPE)) {
    const decoded = decodeEscape(escape);
    if (decoded === escape) continue;
    plain += text.slice(at, index) + decoded;
    copy(index);
    for (let unit = 0; unit < decoded.length; unit++) from.push(startOf(index));
    at = index + escape.length;
  }
  if (at === 0) return undefined;
  plain += text.slice(at);
  copy(text.length);
  from.push(startOf(text.length));
  return { text: plain, starts: from };
}

function decodeEscape(escape: string): string {
  if (escape.startsWith('%')) return decodePercent(escape);
  if (escape.startsWith('&')) return decodeEntities(escape);
  try {
    return JSON.parse(`"${escape}"`) as string;
  } catch {
    return escape;
  }
}

function replaceAt(
  text: string,
  found: readonly Hit[],
  starts: readonly number[],
  hits: Set<string>,
): string {
  let masked = '';
  let at = 0;
  for (const { from, to, secret } of found) {
    const start = starts[from] ?? from;
    if (start < at) continue;
    masked += text.slice(at, start) + preview(secret);
    hits.add(preview(secret));
    at = starts[to] ?? to;
  }
  return masked + text.slice(at);
}

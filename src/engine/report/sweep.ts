import { preview } from '../values/telling/mask.js';
import { type Hit, MIN_LENGTH, Needles } from './needles.js';
import { unescaped, type View } from './unescaped.js';

// The last look at a report: whatever the masks before it forgot, no value that is known to be
// secret leaves in it, in any encoding. It costs in proportion to the report and to the values.

const MAX_LAYERS = 3;
const MAX_DEPTH = 40;

/** What is written in the place of a value: masks are the usual. */
export type Write = (found: Found) => string;

/** A value that was found in a text. */
export interface Found {
  secret: string;
  /** As it stands there, without the escapes. */
  plain: string;
  /** How each character of `plain` is written there. */
  units: readonly string[];
}

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
export function sweepFor<T>(value: T, index: Needles, write: Write = masked): Swept<T> {
  const hits = new Set<string>();
  const cleanText = textSweep(index, write, hits);
  return { value: index.isEmpty ? value : rewritten(value, cleanText), hits: [...hits] };
}

/** A JSON value with its texts written anew; what does not change by that is the same object. */
export function rewritten<T>(value: T, write: (text: string) => string): T {
  return walk(value, write, 0) as T;
}

/** The same for one text after the other. */
export function textSweep(
  index: Needles,
  write: Write = masked,
  hits = new Set<string>(),
): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < MIN_LENGTH) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const clean = sweepText(text, index, write, hits);
    known.set(text, clean);
    return clean;
  };
}

function walk(value: unknown, clean: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, clean, depth + 1));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const names = Object.keys(value);
  const told = names.map((name) =>
    walk((value as Record<string, unknown>)[name], clean, depth + 1),
  );
  const isSame = names.every(
    (name, at) => clean(name) === name && told[at] === (value as Record<string, unknown>)[name],
  );
  return isSame ? value : Object.fromEntries(names.map((name, at) => [clean(name), told[at]]));
}

function masked({ secret }: Found): string {
  return preview(secret);
}

/**
 * Without its layers of escapes, the deepest first, and as it stands: of two values that begin
 * alike the longer one may be whole only where nothing is escaped any more.
 */
function sweepText(text: string, index: Needles, write: Write, hits: Set<string>): string {
  let swept = text;
  let views = viewsOf(text);
  for (let layer = views.length - 1; layer >= 0; layer--) {
    const view = views[layer];
    const found = view ? index.find(view.text) : [];
    if (!view || found.length === 0) continue;
    swept = replaceAt(swept, view, found, write, hits);
    views = viewsOf(swept);
  }
  return swept;
}

/** A text as it stands, and with one layer of escapes after the other taken off. */
function viewsOf(text: string): View[] {
  const views: View[] = [{ text, starts: undefined }];
  for (let view = unescaped(views[0]!); view && views.length <= MAX_LAYERS; view = unescaped(view))
    views.push(view);
  return views;
}

function replaceAt(
  text: string,
  { text: plain, starts }: View,
  found: readonly Hit[],
  write: Write,
  hits: Set<string>,
): string {
  const startOf = (at: number) => starts?.[at] ?? at;
  let swept = '';
  let at = 0;
  for (const { from, to, secret } of found) {
    const start = startOf(from);
    if (start < at) continue;
    const units = Array.from({ length: to - from }, (_, unit) =>
      text.slice(startOf(from + unit), startOf(from + unit + 1)),
    );
    swept += text.slice(at, start) + write({ secret, plain: plain.slice(from, to), units });
    hits.add(preview(secret));
    at = startOf(to);
  }
  return swept + text.slice(at);
}

import { decodeEntities } from '../normalize/html-entities.js';
import { decodePercent } from '../normalize/raw-url.js';
import { isSecret, preview } from '../values/mask.js';

// The last look at a report: whatever the masks before it forgot, no value that is known to be
// secret leaves in it, in any encoding. It costs in proportion to the report and to the values.

/** Shorter values stand in a text by chance. */
const MIN_LENGTH = 8;
const MAX_SECRETS = 1_000;
/** Of a longer value this much is looked for in base64 and hex, and what follows goes with it. */
const MAX_ENCODED = 256;
/** Of a value that was cut off, so much is still a hit. */
const MIN_CUT = 16;
const MAX_LAYERS = 3;
const MAX_DEPTH = 40;
const ESCAPE = /%[0-9a-f]{2}|&#?\w{1,32};|\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi;
const MASKED = /^[^(]{0,4}…\(\d+\)/;

export interface Swept<T> {
  value: T;
  /** Previews of the values that were found. */
  hits: string[];
}

/**
 * True for a value that is long and random enough to be looked for: a plain word, a number, a date,
 * an address or a short setting would blank ordinary text.
 */
export function isWorthSweeping(value: string): boolean {
  return value.length >= MIN_LENGTH && isSecret('', value);
}

/** A JSON value, or a text, with every occurrence of these values masked. */
export function sweep<T>(value: T, secrets: Iterable<string>): Swept<T> {
  const index = new Index(secrets);
  const hits = new Set<string>();
  const known = new Map<string, string>();
  const cleanText = (text: string): string => {
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
  if (Array.isArray(value)) return value.map((item) => walk(item, clean, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [clean(key), walk(item, clean, depth + 1)]),
  );
}

/** As it stands, and without its layers of escapes; a hit in a layer masks what it was written as. */
function sweepText(text: string, index: Index, hits: Set<string>): string {
  if (text.length < MIN_LENGTH) return text;
  let masked = index.mask(text, hits);
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

interface Hit {
  from: number;
  to: number;
  secret: string;
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

/** What is looked for, by a hash of its first eight characters: most places of a text meet none. */
class Index {
  readonly #patterns = new Map<number, { written: string; secret: string; open: boolean }[]>();

  constructor(secrets: Iterable<string>) {
    let count = 0;
    for (const secret of new Set(secrets)) {
      if (!isWorthSweeping(secret)) continue;
      if (++count > MAX_SECRETS) break;
      for (const written of new Set([secret, decodePercent(secret)]))
        this.#add(written, secret, false);
      for (const written of encodingsOf(secret)) this.#add(written, secret, true);
    }
  }

  get isEmpty(): boolean {
    return this.#patterns.size === 0;
  }

  mask(text: string, hits: Set<string>): string {
    const found = this.find(text);
    return found.length === 0 ? text : replaceAt(text, found, [], hits);
  }

  /** Where the values stand, from left to right, none within another. */
  find(text: string): Hit[] {
    const found: Hit[] = [];
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = roll(
        hash,
        text.charCodeAt(at),
        at >= MIN_LENGTH ? text.charCodeAt(at - MIN_LENGTH) : 0,
      );
      const from = at - MIN_LENGTH + 1;
      if (from < (found.at(-1)?.to ?? 0)) continue;
      const hit = this.#hitAt(text, from, this.#patterns.get(hash));
      if (hit) found.push(hit);
    }
    return found;
  }

  #hitAt(
    text: string,
    from: number,
    candidates: readonly { written: string; secret: string; open: boolean }[] = [],
  ): Hit | undefined {
    for (const { written, secret, open } of candidates) {
      const to = from + commonLength(text, from, written);
      const isWhole = to - from === written.length;
      const isCut = to - from >= MIN_CUT && (to === text.length || text[to] === '…');
      if (!isWhole && !isCut) continue;
      const rest =
        open && isWhole ? (/^[\w+/=-]*/.exec(text.slice(to, to + 65_536))?.[0] ?? '') : '';
      return { from, to: to + rest.length, secret };
    }
    return undefined;
  }

  #add(written: string, secret: string, open: boolean): void {
    if (written.length < MIN_LENGTH || MASKED.test(written)) return;
    let hash = 0;
    for (let at = 0; at < MIN_LENGTH; at++) hash = roll(hash, written.charCodeAt(at), 0);
    const same = this.#patterns.get(hash) ?? [];
    same.push({ written, secret, open });
    this.#patterns.set(hash, same);
  }
}

const BASE = 1_000_003;
/** `BASE` to the eighth, to take out what leaves the window. */
const OLDEST = Array.from({ length: MIN_LENGTH }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);

function roll(hash: number, entering: number, leaving: number): number {
  return (Math.imul(hash, BASE) + entering - Math.imul(leaving, OLDEST)) | 0;
}

function commonLength(text: string, from: number, written: string): number {
  let length = 0;
  while (length < written.length && text[from + length] === written[length]) length++;
  return length;
}

/** Base64 at every alignment, both alphabets, without what its neighbours change; and hex. */
function encodingsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret.slice(0, MAX_ENCODED));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const encoded = [0, 1, 2].map((shift) => {
    const binary = '\0'.repeat(shift) + String.fromCharCode(...bytes);
    const base64 = btoa(binary).replace(/=+$/, '');
    const clean = Math.floor((binary.length * 8) / 6);
    return base64.slice(Math.ceil((shift * 8) / 6), clean);
  });
  const url = encoded.map((base64) => base64.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...encoded, ...url, hex, hex.toUpperCase()])];
}

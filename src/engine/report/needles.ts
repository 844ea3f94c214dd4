import { memo } from '../memo.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';
import { LIMITS } from '../settings.js';
import { bigramOddity } from '../values/ids/bigrams.js';
import { isPreview, isSecret } from '../values/telling/mask.js';
import { isPlaceholder } from '../values/ids/placeholder.js';

/** Shorter values stand in a text by chance. */
export const MIN_LENGTH = 8;
/** Of a longer value this much is looked for in base64 and hex, and what follows goes with it. */
const MAX_ENCODED = 256;
/** Of a value that was cut off, so much is still a hit. */
const MIN_CUT = 16;
const WORDS = /^\/?\p{L}{1,16}(?:[-_. /:+]\p{L}{1,16})*$/u;
const DATE = /^\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{0,40}:\/\//i;
const MASKED = /^[^(]{0,4}…\(\d+\)/;

/** With which texts say that something follows. */
const CUT = /^(?:…|\.\.\.)/;
/** One value in a text: from here to there. */
export interface Hit {
  from: number;
  to: number;
  secret: string;
}

/**
 * True for a value that is long and random enough to be looked for: a plain word, a number, a date,
 * an address or a short setting would blank ordinary text.
 */
export const isWorthSweeping = memo(
  (value: string): boolean => value.length >= MIN_LENGTH && isSecret('', value),
);

/**
 * True for a value that is known to log somebody in and can be told from ordinary text: hiding the
 * session `user-42-session` matters more than what else reads like it, but no word is blanked.
 */
export function isWorthSweepingHeld(value: string): boolean {
  if (isWorthSweeping(value)) return true;
  if (value.length < MIN_LENGTH || isPreview(value) || isPlaceholder(value)) return false;
  if (/^\d{1,15}$/.test(value) || DATE.test(value) || ADDRESS.test(value)) return false;
  if (!WORDS.test(value)) return true;
  const { odd, counted } = bigramOddity(value);
  return odd >= 4 && odd >= 0.4 * counted;
}

/** One way in which a value is written; `open`: what follows in base64 or hex goes with it. */
interface Pattern {
  hash: number;
  written: string;
  secret: string;
  open: boolean;
}

/** What is looked for, by a hash of its first eight characters: most places of a text meet none. */
export class Needles {
  readonly #patterns = new Map<number, Pattern[]>();
  /** What was judged, by whether it was said to be held, so that nothing is judged twice. */
  readonly #judged = { held: new Set<string>(), other: new Set<string>() };

  constructor(secrets: Iterable<string> = []) {
    this.add(secrets);
  }

  /** Looks for these as well; those that are `held` log somebody in, and need not look random. */
  add(secrets: Iterable<string>, held = false): void {
    const judged = held ? this.#judged.held : this.#judged.other;
    for (const secret of secrets) {
      if (judged.has(secret)) continue;
      if (judged.size >= LIMITS.sweptValues) return;
      judged.add(secret);
      if (held ? isWorthSweepingHeld(secret) : isWorthSweeping(secret)) this.#learn(secret);
    }
  }

  /** Looks for this as well, whatever it looks like: for who has judged it. */
  lookFor(secret: string): void {
    this.#learn(secret);
  }

  get isEmpty(): boolean {
    return this.#patterns.size === 0;
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

  #learn(secret: string): void {
    for (const pattern of patternsOf(secret)) {
      const same = this.#patterns.get(pattern.hash) ?? [];
      // The longest first: what begins with another one goes as a whole.
      const at = same.findIndex(({ written }) => written.length < pattern.written.length);
      same.splice(at < 0 ? same.length : at, 0, pattern);
      this.#patterns.set(pattern.hash, same);
    }
  }

  #hitAt(text: string, from: number, candidates: readonly Pattern[] = []): Hit | undefined {
    for (const { written, secret, open } of candidates) {
      const to = from + commonLength(text, from, written);
      const isWhole = to - from === written.length;
      const isCut =
        to - from >= MIN_CUT && (to === text.length || CUT.test(text.slice(to, to + 3)));
      if (!isWhole && !isCut) continue;
      const rest =
        open && isWhole ? (/^[\w+/=-]*/.exec(text.slice(to, to + 65_536))?.[0] ?? '') : '';
      return { from, to: to + rest.length, secret };
    }
    return undefined;
  }
}

/** The ways in which a value may be written, each report's again: as it is, decoded, encoded. */
const patternsOf = memo((secret): readonly Pattern[] => {
  const isQuoted = secret.startsWith('"') && secret.endsWith('"');
  const plain = isQuoted ? secret.slice(1, -1) : secret;
  const decoded = decodePercent(secret);
  const asItIs = [secret, ...(isQuoted ? [plain] : []), ...(decoded === secret ? [] : [decoded])];
  return [
    ...asItIs.map((written) => ({ written, secret, open: false })),
    ...encodingsOf(plain).map((written) => ({ written, secret, open: true })),
  ]
    .filter(({ written }) => written.length >= MIN_LENGTH && !MASKED.test(written))
    .map((pattern) => ({ ...pattern, hash: hashOfStart(pattern.written) }));
});

function hashOfStart(written: string): number {
  let hash = 0;
  for (let at = 0; at < MIN_LENGTH; at++) hash = roll(hash, written.charCodeAt(at), 0);
  return hash;
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

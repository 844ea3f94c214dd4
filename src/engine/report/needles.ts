import { memo } from '../memo.js';
import { LIMITS } from '../settings.js';
import { bigramOddity } from '../values/ids/bigrams.js';
import { isPreview, isSecret } from '../values/telling/mask.js';
import { isPlaceholder } from '../values/ids/placeholder.js';
import { Scanner } from './scanner.js';
import { itself, signOf, type Writing, writingsOf } from './writings.js';
import { ADDRESS } from '../address.js';
import { isIsoDate } from '../values/iso-date.js';

/** Shorter values stand in a text by chance. */
export const MIN_LENGTH = 8;
/** Of a value that was cut off, so much is still a hit. */
const MIN_CUT = 16;
const WORDS = /^\/?\p{L}{1,16}(?:[-_. /:+]\p{L}{1,16})*$/u;

/** With which texts say that something follows. */
const CUT = /^(?:…|\.\.\.)/;
/** Between two signs of a value that is written in groups or lines stands no more. */
const MOST_BETWEEN = 64;

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
  if (/^\d{1,15}$/.test(value) || isIsoDate(value) || ADDRESS.test(value)) return false;
  if (!WORDS.test(value)) return true;
  const { odd, counted } = bigramOddity(value);
  return odd >= 4 && odd >= 0.4 * counted;
}

/** What is looked for, by its first eight signs: most places of a text meet none. */
export class Needles {
  /** By signs alone, whatever stands between them and in whichever case they are. */
  readonly #bySigns = new Scanner<Writing>(MIN_LENGTH, signOf);
  /** What has too few signs for that. */
  readonly #asWritten = new Scanner<Writing>(MIN_LENGTH, (code) => code);
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
      if (held ? isWorthSweepingHeld(secret) : isWorthSweeping(secret)) this.lookFor(secret);
    }
  }

  /** Looks for this as well, whatever it looks like: for who has judged it. */
  lookFor(secret: string): void {
    for (const writing of writingsOf(secret, isWorthSweeping(secret))) this.#learn(writing);
  }

  /** Looks for this as it is alone: it has to have eight characters. */
  lookForItself(secret: string): void {
    this.#learn(itself(secret));
  }

  #learn(writing: Writing): void {
    if (writing.signs.length < MIN_LENGTH) this.#asWritten.add(writing.written, writing);
    else this.#bySigns.add(writing.signs, writing);
  }

  get isEmpty(): boolean {
    return this.#bySigns.isEmpty && this.#asWritten.isEmpty;
  }

  /** Where the values stand, from left to right, none within another. */
  find(text: string): Hit[] {
    const found: Hit[] = [];
    this.#bySigns.scan(text, (writings, at) => note(found, hitAt(text, at, writings)));
    if (this.#asWritten.isEmpty) return found;
    const others: Hit[] = [];
    this.#asWritten.scan(text, (writings, at) => note(others, hitAt(text, at, writings)));
    return merged(found, others);
  }
}

/** Where to go on: behind the last hit. */
function note(found: Hit[], hit: Hit | undefined): number {
  const last = found.at(-1)?.to ?? 0;
  if (!hit || hit.from < last) return last;
  found.push(hit);
  return hit.to;
}

function merged(found: Hit[], others: readonly Hit[]): Hit[] {
  const isFree = ({ from, to }: Hit) => !found.some((hit) => hit.from < to && from < hit.to);
  return others.length === 0
    ? found
    : [...found, ...others.filter(isFree)].sort((a, b) => a.from - b.from);
}

/** At this place stands the first sign; as it is written counts before what only reads so. */
function hitAt(text: string, at: number, writings: readonly Writing[]): Hit | undefined {
  let loose: Hit | undefined;
  for (const writing of writings) {
    const { written, secret, open, reach, lead } = writing;
    const from = at - lead;
    const to = from < 0 ? from : from + commonLength(text, from, written);
    const isWhole = to - from === written.length;
    const isCut = to - from >= MIN_CUT && (to === text.length || CUT.test(text.slice(to, to + 3)));
    if (isWhole || isCut)
      return { from, to: to + (open && isWhole ? restOf(text, to) : 0), secret };
    if (loose || reach === 'exact') continue;
    const end = reach === 'case' ? endInCase(text, from, written) : endOfSigns(text, at, writing);
    if (end !== undefined)
      loose = {
        from: reach === 'case' ? from : at,
        to: end + (open ? restOf(text, end) : 0),
        secret,
      };
  }
  return loose;
}

/** How much of base64 or hex goes on here. */
function restOf(text: string, to: number): number {
  return /^[\w+/=-]*/.exec(text.slice(to, to + 65_536))?.[0].length ?? 0;
}

function endInCase(text: string, from: number, written: string): number | undefined {
  const to = from + written.length;
  // Mostly the end tells already.
  const last = signOf(written.charCodeAt(written.length - 1));
  if (from < 0 || to > text.length || signOf(text.charCodeAt(to - 1)) !== last) return undefined;
  return text.slice(from, to).toLowerCase() === written.toLowerCase() ? to : undefined;
}

function endOfSigns(text: string, at: number, { signs }: Writing): number | undefined {
  let to = at;
  let last = at;
  for (let known = 0; known < signs.length; to++) {
    if (to >= text.length || to - last > MOST_BETWEEN) return undefined;
    const sign = signOf(text.charCodeAt(to));
    if (sign === 0) continue;
    if (sign !== signs.charCodeAt(known++)) return undefined;
    last = to;
  }
  return to;
}

function commonLength(text: string, from: number, written: string): number {
  let length = 0;
  while (length < written.length && text[from + length] === written[length]) length++;
  return length;
}

import { filterWords, patternOf, TERM_NAMES } from './request-filter.js';

/** What a filter looks for in plain text. */
export type Needle = string | RegExp;

/** A piece of a text, and whether a filter found it. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** The words of a filter that has no terms. */
export function plainNeedles(filter: string): Needle[] {
  return filter.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Of the filter of requests: no terms, and nothing that is excluded. */
export function requestNeedles(filter: string): Needle[] {
  return filterWords(filter.toLowerCase())
    .filter((word) => word !== '' && !word.startsWith('-') && !isTerm(word))
    .map((word) => patternOf(word, 'g') ?? word);
}

const isTerm = (word: string): boolean => TERM_NAMES.some((name) => word.startsWith(`${name}:`));

/** A text in pieces, those marked that a filter found. */
export function piecesOf(text: string, needles: readonly Needle[]): Piece[] {
  const lower = text.toLowerCase();
  // A few signs become two in lower case: then no place would be right.
  if (needles.length === 0 || lower.length !== text.length) return [{ text, hit: false }];
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of merged(needles.flatMap((needle) => placesOf(lower, needle)))) {
    if (from > done) pieces.push({ text: text.slice(done, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false });
  return pieces;
}

type Span = readonly [from: number, to: number];

function placesOf(lower: string, needle: Needle): Span[] {
  if (typeof needle !== 'string')
    return [...lower.matchAll(needle)]
      .filter(([found]) => found !== '')
      .map(({ 0: found, index }) => [index, index + found.length]);
  const spans: Span[] = [];
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length))
    spans.push([at, at + needle.length]);
  return spans;
}

/** In order, and those that touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

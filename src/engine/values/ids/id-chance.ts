import { text } from '../../text.js';
import { alphabetOf, bitsPerCharacter } from './alphabet.js';
import { atLeast, type Column, type IdPart } from './id-part.js';

/** What is the same in several values by chance once in a million times is no chance. */
const SURE_BITS = 20;
/** So many of one character in a row fill a place up. */
const PADDING = /(.)\1{5,}/g;
/** Of what its characters could be: below, some come far more often than others. */
const EVEN = 0.7;
/** Numbers this close count something. */
const CLOSE = 10_000;

/**
 * A part that nothing more is known of: what changes in it, in the alphabet that it is written in.
 */
export function chancePart(column: Column): IdPart {
  return counterPart(column) ?? chance(column);
}

/** How many characters all values have in common at either end; the two may overlap. */
export function commonEnds(values: readonly string[]): { prefix: number; suffix: number } {
  const [first = '', ...others] = values;
  if (others.length === 0) return { prefix: 0, suffix: 0 };
  const room = shortest(values);
  const same = (at: number) => others.every((value) => value.at(at) === first.at(at));
  let prefix = 0;
  while (prefix < room && same(prefix)) prefix++;
  let suffix = 0;
  while (suffix < room && same(-1 - suffix)) suffix++;
  return { prefix, suffix };
}

function chance(column: Column): IdPart {
  const values = column.values.map((value) => value.replace(/={1,2}$/, ''));
  const { prefix, suffix } = commonEnds(values);
  const ends = Math.min(prefix, shortest(values) - suffix);
  const middles = values.map((value) => written(value.slice(ends, value.length - suffix)));
  const whole = alphabetOf(values.map(written).join(''));
  const { bits: each, most } = alphabetOf(middles.join(''));
  const length = mean(middles) - constantInside(middles, each);
  const bits = Math.max(0, length * Math.min(each, evenBits(middles.join(''), each)));
  // What is the same at the ends may be so by chance, where it is short.
  const others = values.length - 1;
  const unsure = [ends, suffix]
    .map((size) => size * whole.bits)
    .filter((size) => size * others < SURE_BITS)
    .reduce((sum, size) => sum + size, 0);
  const to = length * most + unsure;
  return { kind: 'random', bits, from: atLeast(bits, column), to, text: said(length, middles) };
}

/** Without what fills it up, and without the marks in it. */
function written(value: string): string {
  return value.replace(PADDING, '').replace(/[^0-9A-Za-z+/_,-]/g, '');
}

/** How many characters inside are the same in all values, as chance alone would not have it. */
function constantInside(middles: readonly string[], each: number): number {
  const [first = '', ...others] = middles;
  if (others.length === 0 || middles.some(({ length }) => length !== first.length)) return 0;
  const isSame = [...first].map((char, at) => others.every((value) => value[at] === char));
  const runs = isSame
    .map((same) => (same ? 'x' : ' '))
    .join('')
    .match(/x+/g);
  const needed = SURE_BITS + Math.log2(Math.max(2, first.length));
  return (runs ?? [])
    .filter((run) => run.length * each * others.length >= needed)
    .reduce((sum, run) => sum + run.length, 0);
}

/** Bits of each character where some come far more often than others; else no limit. */
function evenBits(all: string, each: number): number {
  if (all.length < 8) return Infinity;
  const own = bitsPerCharacter(all);
  return own < EVEN * Math.min(each, Math.log2(all.length)) ? own : Infinity;
}

/** Numbers of some length close to each other. */
function counterPart({ values }: Column): IdPart | undefined {
  if (values.length < 2 || !values.every((value) => /^\d{4,15}$/.test(value))) return undefined;
  const numbers = values.map(Number);
  const range = Math.max(...numbers) - Math.min(...numbers);
  if (range > CLOSE || range * 100 > Math.min(...numbers)) return undefined;
  const bits = Math.log2(range + 1);
  return {
    kind: 'counter',
    bits,
    from: 0,
    to: bits + 8,
    text: text('entropy_part_counter', 'a number that counts'),
  };
}

function said(length: number, middles: readonly string[]) {
  const { size } = alphabetOf(middles.join(''));
  const characters = Math.round(length);
  return text(
    'entropy_part_random',
    'characters that differ: {characters}, of an alphabet of {size}',
    { characters, size },
  );
}

function mean(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
}

function shortest(texts: readonly string[]): number {
  return Math.min(...texts.map(({ length }) => length));
}

import type { Millis } from '../../model.js';

/** What a number counts since 1970; RFC 7519 §2 has seconds alone. */
export type DateUnit = 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds';

/** A number that stands for a moment. */
export interface NumericDate {
  at: Millis;
  unit: DateUnit;
  /** It is written as a string. */
  quoted: boolean;
}

/**
 * Units finer than seconds, from 2001 on. What lies between or beyond them is no moment: servers
 * write the greatest number they have for "never".
 */
const FINER: readonly [from: number, to: number, perMilli: number, unit: DateUnit][] = [
  [1e12, 1e15, 1, 'milliseconds'],
  [1e15, 4e15, 1e3, 'microseconds'],
  [1e18, 4e18, 1e6, 'nanoseconds'],
];
/** A second of the year 33658: a greater number counts something else. */
const LAST_SECOND = 1e12;
const QUOTED = /^-?\d{1,19}(?:\.\d{1,9})?$/;

/** A time as a number of whatever unit, quoted or not; undefined where it is none. */
export function readNumericDate(value: unknown): NumericDate | undefined {
  const quoted = typeof value === 'string';
  if (quoted ? !QUOTED.test(value) : typeof value !== 'number') return undefined;
  const number = Number(value);
  if (Math.abs(number) < LAST_SECOND) return { at: number * 1000, unit: 'seconds', quoted };
  const finer = FINER.find(([from, to]) => number >= from && number < to);
  return finer && { at: number / finer[2], unit: finer[3], quoted };
}

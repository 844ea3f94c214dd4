import { DAYS_OF_MONTH, DAYS_OF_YEAR, farParts } from '../../engine/values/telling/far-span.js';
import { numberFormat } from './intl-formats.js';

// The one home of lengths of time: what they are counted in, and how they are written.

export const SECOND = 1;
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const MONTH = DAYS_OF_MONTH * DAY;
export const YEAR = DAYS_OF_YEAR * DAY;

export type TimeUnit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export interface TimePart {
  unit: TimeUnit;
  count: number;
}

const SHORT: readonly (readonly [TimeUnit, number])[] = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
];

/**
 * A duration as its two largest units, the second left out where it is zero: `2 h 5 min`. What is
 * far is told to the nearest: 2,361 days and 16 hours are six years and six months.
 */
export function durationParts(seconds: number): TimePart[] {
  const whole = Math.max(0, Math.floor(seconds));
  const days = Math.round(whole / DAY);
  // An hour more or less says nothing of what ends in a month.
  return farParts(days) ?? counted(days * DAY >= MONTH ? days * DAY : whole);
}

function counted(seconds: number): TimePart[] {
  const at = SHORT.findIndex(([, size]) => seconds >= size);
  if (at === -1) return [{ unit: 'second', count: 0 }];
  let rest = seconds;
  const parts: TimePart[] = [];
  for (const [unit, size] of SHORT.slice(at, at + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push({ unit, count });
  }
  return parts;
}

/** A duration in words of the reader's language, as short as they get or in full. */
export function formatDuration(
  seconds: number,
  locale: string,
  unitDisplay: 'narrow' | 'long' = 'narrow',
): string {
  return durationParts(seconds)
    .map(({ unit, count }) => {
      // In English, a month is written as a minute is where there is least room.
      const isFar = unit === 'year' || unit === 'month';
      const display = isFar && unitDisplay === 'narrow' ? 'short' : unitDisplay;
      return numberFormat(locale, { style: 'unit', unit, unitDisplay: display }).format(count);
    })
    .join(' ');
}

/** The same as Max-Age and expires_in have it: in seconds alone. */
export function secondsIn(seconds: number, locale: string): string {
  const style = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  return numberFormat(locale, { ...style, maximumFractionDigits: 0 }).format(seconds);
}

import { DAY, formatDuration, HOUR, MINUTE, MONTH, SECOND, YEAR } from './duration.js';
import { dateFormat, numberFormat, relativeFormat } from './intl-formats.js';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', YEAR],
  ['month', MONTH],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
];

const LEAST = STEPS.at(-1) ?? (['second', SECOND] as const);

/** `3 hours ago`, `in 2 days`: in the largest unit that fits, to the nearest number of it. */
export function relativeTime(
  instant: number,
  at: number,
  locale: string,
  style: 'long' | 'narrow' = 'long',
): string {
  const seconds = Math.round((instant - at) / 1000);
  const [unit, size] = STEPS.find(([, step], index) => isOneOf(seconds, step, index)) ?? LEAST;
  return relativeFormat(locale, { numeric: 'auto', style }).format(
    Math.round(seconds / size),
    unit,
  );
}

/**
 * What would be rounded to a whole one of the larger unit is told in it: an hour, not 60 minutes.
 */
function isOneOf(seconds: number, size: number, index: number): boolean {
  const smaller = STEPS[index + 1]?.[1] ?? 1;
  return Math.round(Math.abs(seconds) / smaller) * smaller >= size;
}

/**
 * Time of day at the reader's place, in 24 hours; to the millisecond where that tells things apart.
 */
export function clockTime(instant: number, milliseconds = false): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return milliseconds ? `${time}.${String(date.getMilliseconds()).padStart(3, '0')}` : time;
}

/** The same with its date, as the reader writes dates. */
export function dateAndTime(instant: number, locale: string, milliseconds = false): string {
  const date = new Date(instant);
  // A page can set a year that no date has.
  if (Number.isNaN(date.getTime())) return String(date);
  const day = dateFormat(locale, { dateStyle: 'medium' }).format(date);
  return `${day} ${clockTime(instant, milliseconds)}`;
}

/** Whether two instants are of one day at the reader's place. */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** `+1.2s`, `+3m 20s`: how long after a beginning something happened. */
export function elapsed(milliseconds: number, locale: string, fractionDigits = 1): string {
  const seconds = Math.abs(milliseconds) / 1000;
  const sign = milliseconds < 0 ? '−' : '+';
  if (seconds >= 60) return sign + formatDuration(seconds, locale);
  const style = {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: fractionDigits,
  } as const;
  return sign + numberFormat(locale, style).format(seconds);
}

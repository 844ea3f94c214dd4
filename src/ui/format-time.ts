import { formatDuration } from './countdown.js';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const SECOND = STEPS.at(-1) ?? (['second', 1] as const);

/** `3 hours ago`, `in 2 days`: in the largest unit that fits, to the nearest number of it. */
export function relativeTime(instant: number, at: number, locale: string): string {
  const seconds = Math.round((instant - at) / 1000);
  const [unit, size] = STEPS.find(([, step], index) => isOneOf(seconds, step, index)) ?? SECOND;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    Math.round(seconds / size),
    unit,
  );
}

/** What would be rounded to a whole one of the larger unit is told in it: an hour, not 60 minutes. */
function isOneOf(seconds: number, size: number, index: number): boolean {
  const smaller = STEPS[index + 1]?.[1] ?? 1;
  return Math.round(Math.abs(seconds) / smaller) * smaller >= size;
}

/** Date and time of the reader's place, to the second. */
export function localTime(instant: number, locale: string): string {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** Time of day to the millisecond, for lists of one sitting. */
export function clockTime(instant: number): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Time of day to the second, as the reader writes it. */
export function timeOfDay(instant: number, locale: string): string {
  return new Date(instant).toLocaleTimeString(locale, { timeStyle: 'medium' });
}

/** `+1.2s`, `+3m 20s`: how long after a beginning something happened. */
export function elapsed(milliseconds: number, locale: string): string {
  const seconds = Math.abs(milliseconds) / 1000;
  const sign = milliseconds < 0 ? '−' : '+';
  if (seconds >= 60) return sign + formatDuration(seconds, locale);
  const style = {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: 1,
  } as const;
  return sign + new Intl.NumberFormat(locale, style).format(seconds);
}

import { numberFormat } from './intl-formats.js';
export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

export interface TimePart {
  unit: TimeUnit;
  count: number;
}

const UNITS: readonly (readonly [TimeUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A duration as its two largest units, the second left out where it is zero: `2 h 5 min`. */
export function durationParts(seconds: number): TimePart[] {
  const whole = Math.max(0, Math.floor(seconds));
  const at = UNITS.findIndex(([, size]) => whole >= size);
  if (at === -1) return [{ unit: 'second', count: 0 }];
  let rest = whole;
  const parts: TimePart[] = [];
  for (const [unit, size] of UNITS.slice(at, at + 2)) {
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
    .map(({ unit, count }) =>
      numberFormat(locale, { style: 'unit', unit, unitDisplay }).format(count),
    )
    .join(' ');
}

/** How urgently an end should be shown. */
export type Urgency = 'ended' | 'soon' | 'later';

const SOON = 5 * 60_000;

/** Judges the time that is left until `endsAt`. */
export function urgency(endsAt: number, at: number): Urgency {
  if (endsAt <= at) return 'ended';
  return endsAt - at <= SOON ? 'soon' : 'later';
}

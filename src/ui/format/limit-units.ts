import type { Threshold } from '../../engine/thresholds.js';
import { DAY, HOUR, MINUTE, SECOND } from './duration.js';
import { numberFormat } from './intl-formats.js';

/** Units in which a limit is written; `Intl` has words for each of them. */
export type LimitUnit = 'second' | 'minute' | 'hour' | 'day' | 'bit' | 'byte';

/** What one of a unit is in that of the limit itself, the smallest first. */
const UNITS: Readonly<Record<Threshold['unit'], readonly (readonly [LimitUnit, number])[]>> = {
  seconds: [
    ['second', SECOND],
    ['minute', MINUTE],
    ['hour', HOUR],
    ['day', DAY],
  ],
  bits: [['bit', 1]],
  bytes: [['byte', 1]],
};

/** The units that a limit can be written in. */
export function unitsOf(unit: Threshold['unit']): LimitUnit[] {
  return UNITS[unit].map(([name]) => name);
}

/** A limit as a whole number of the largest unit that it is a multiple of. */
export function writtenLimit(
  value: number,
  unit: Threshold['unit'],
): { count: number; in: LimitUnit } {
  const fitting = UNITS[unit].filter(([, size]) => value % size === 0);
  const [name, size] = fitting.at(-1) ?? UNITS[unit][0]!;
  return { count: value / size, in: name };
}

/** The limit that was written; null for what is none: nothing, no whole number, too large. */
export function readLimit(
  count: string,
  written: LimitUnit,
  unit: Threshold['unit'],
): number | null {
  const size = UNITS[unit].find(([name]) => name === written)?.[1] ?? 1;
  const value = Number(count) * size;
  return count.trim() !== '' && Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A limit in words, as it is written: `90 days`, `64 bits`. */
export function limitWords(value: number, unit: Threshold['unit'], locale: string): string {
  const { count, in: name } = writtenLimit(value, unit);
  return numberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
}

/** The word for a unit alone, as for several of it. */
export function unitWord(unit: LimitUnit, locale: string): string {
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
  const parts = numberFormat(locale, style).formatToParts(2);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}

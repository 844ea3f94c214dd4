// What is months or years away, in the units that people think of it in: 1,824 days tell nobody
// that they are five years. Screens and sentences say it alike.

/** As lifetimes are set: twelve of them are less than a year. */
export const DAYS_OF_MONTH = 30;
export const DAYS_OF_YEAR = 365;

/** Lifetimes of up to three months are set, and thought of, in days. */
const IN_DAYS = 92;

export interface FarPart {
  unit: 'year' | 'month' | 'day';
  count: number;
}

/**
 * Whole days as their two largest units, the second left out where it is zero; from a year on to
 * the nearest month. Undefined where days alone say it best.
 */
export function farParts(days: number): FarPart[] | undefined {
  if (days <= IN_DAYS) return undefined;
  return days < DAYS_OF_YEAR
    ? split(days, DAYS_OF_MONTH, ['month', 'day'])
    : split(Math.round((days * 12) / DAYS_OF_YEAR), 12, ['year', 'month']);
}

function split(total: number, size: number, units: readonly FarPart['unit'][]): FarPart[] {
  const counts = [Math.floor(total / size), total % size];
  return units.flatMap((unit, at) => {
    const count = counts[at] ?? 0;
    return count > 0 ? [{ unit, count }] : [];
  });
}

import { DAY } from '../../time-units.js';
import type { Column } from './id-part.js';

// Dates and times of day at the beginning of ids: `20261128084957NsnYCc3al5nqVOWk`.

/** A day for clocks of other zones, and what values that came later have to that. */
const NEAR = 40 * DAY;
const LENGTH = 14;

/**
 * How many characters at the beginning of every value are a moment about when it was seen; 0 where
 * that is not so. Of random values not one in thousands of millions begins so.
 */
export function leadingDate({ values, seenAt = NaN }: Column): number {
  const isDate = (value: string) =>
    value.length > LENGTH && Math.abs(ofCalendar(value.slice(0, LENGTH)) - seenAt) <= NEAR;
  return values.every(isDate) ? LENGTH : 0;
}

/** `20261128084957`, in whatever zone; NaN for what is none. */
export function ofCalendar(digits: string): number {
  const [, date = '', time = ''] = /^(\d{8})(\d{6})$/.exec(digits) ?? [];
  const day = date.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return Date.parse(`${day}T${time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}Z`);
}

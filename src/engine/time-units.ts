import type { Millis } from './observed.js';

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;
/** The longest there is. */
export const YEAR: Millis = 366 * DAY;

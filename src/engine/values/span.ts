import type { Told } from '../text.js';
import type { Millis } from '../model.js';
import { tellSpan } from './redact.js';

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

const UNITS: readonly [Millis, 'd' | 'h' | 'min'][] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
];

/** A length of time in one unit: `400 d`, `26 h`, `90 s`. Unit symbols need no translation. */
export function span(length: Millis): Told {
  // From three of a unit on: "26 h" says more than "1 d".
  const unit = UNITS.find(([size]) => length >= 3 * size);
  return unit
    ? tellSpan(Math.round(length / unit[0]), unit[1])
    : tellSpan(Math.max(0, Math.round(length / SECOND)), 's');
}

import type { Told } from '../../text.js';
import type { Millis } from '../../model.js';
import { tellSpan } from './redact.js';

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

const UNITS: readonly [size: Millis, smaller: Millis, unit: 'd' | 'h' | 'min'][] = [
  [DAY, HOUR, 'd'],
  [HOUR, MINUTE, 'h'],
  [MINUTE, SECOND, 'min'],
];

/** A length of time in one unit: `400 d`, `26 h`, `90 s`. Unit symbols need no translation. */
export function span(length: Millis): Told {
  // From three of a unit on: "26 h" says more than "1 d". A lifetime is often read a moment after
  // it began, so what lacks less than half of the next smaller unit lacks nothing.
  const unit = UNITS.find(([size, smaller]) => rounded(length, smaller) >= 3 * size);
  return unit
    ? tellSpan(Math.round(length / unit[0]), unit[2])
    : tellSpan(Math.max(0, Math.round(length / SECOND)), 's');
}

function rounded(length: Millis, to: Millis): Millis {
  return Math.round(length / to) * to;
}

import type { Told } from '../../text.js';
import type { Millis } from '../../model.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../time-units.js';
import { farParts } from './far-span.js';
import { tellFarSpan, tellSpan } from './redact.js';

const UNITS: readonly [size: Millis, smaller: Millis, unit: 'd' | 'h' | 'min'][] = [
  [DAY, HOUR, 'd'],
  [HOUR, MINUTE, 'h'],
  [MINUTE, SECOND, 'min'],
];

/** A length of time for a sentence: `26 h`, `90 d`, and from three months on `1 year 1 month`. */
export function span(length: Millis): Told {
  const far = farParts(Math.round(length / DAY));
  return far ? tellFarSpan(far) : spanInUnit(length);
}

/**
 * Two lengths that a sentence sets against each other: in days where months would make them one.
 */
export function spansApart(one: Millis, other: Millis): readonly [Told, Told] {
  const said = [span(one), span(other)] as const;
  return said[0] === said[1] ? [spanInUnit(one), spanInUnit(other)] : said;
}

/** In one unit: `400 d`, `26 h`, `90 s`. */
function spanInUnit(length: Millis): Told {
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

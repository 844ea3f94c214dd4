import type { Millis } from '../../observed.js';

/**
 * What is earlier or later is no time at which anything was recorded: `0001-01-01`, 1601, a wrong
 * unit.
 */
const EARLIEST: Millis = Date.UTC(1990, 0);
const LATEST: Millis = Date.UTC(2200, 0);
/** As `Date` writes it, and nearly everybody. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** A number, written out or not, and as .NET writes it. */
const NUMBER = /^\s*(?:\/Date\()?(\d{9,17}(?:\.\d+)?)(?:[+-]\d{4})?(?:\)\/)?\s*$/;
/**
 * An offset that has no colon behind a time without one is no ISO 8601, and is written all the
 * same.
 */
const LOOSE =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * When something began, however a producer writes it: ISO 8601, with a space, a comma, or slashes
 * in it; seconds, milliseconds or microseconds since 1970. Undefined for what is none, or cannot be
 * meant.
 */
export function toldTime(told: unknown): Millis | undefined {
  const at = typeof told === 'number' ? ofNumber(told) : ofText(told);
  return at >= EARLIEST && at < LATEST ? at : undefined;
}

/**
 * False for the time of what a source does not say when it happened: nothing that somebody wrote as
 * a date can be compared with it.
 */
export function isToldTime(at: Millis): boolean {
  return at >= EARLIEST;
}

function ofText(told: unknown): Millis {
  if (typeof told !== 'string') return Number.NaN;
  if (ISO.test(told)) return Date.parse(told);
  const number = NUMBER.exec(told)?.[1];
  if (number !== undefined) return ofNumber(Number(number));
  const [, year, month, day, time, fraction = '0', zone = 'Z'] = LOOSE.exec(told.trim()) ?? [];
  if (year === undefined) return Date.parse(told);
  const offset = zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  return Date.parse(`${year}-${month!}-${day!}T${time!.padEnd(8, ':00')}.${fraction}${offset}`);
}

function ofNumber(number: number): Millis {
  if (number < 1e11) return number * 1_000;
  return number < 1e14 ? number : number / 1_000;
}

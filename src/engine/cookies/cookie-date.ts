import type { Millis } from '../model.js';
import { type CookieMode, LONG_AGO } from './cookie-mode.js';

// RFC 6265bis §5.1.1: every date a browser understands, and nothing else. `Date.parse` is neither
// as lenient (`Thu,01-Jan-70 00:00:01 GMT`) nor as strict, and differs between engines.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// Delimiters: %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E.
const DELIMITER = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
// A field may be followed by anything that does not start with a digit.
const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D|$)/;
const DAY = /^(\d{1,2})(?:\D|$)/;
const YEAR = /^(\d{2,4})(?:\D|$)/;
// Chromium also takes `127` (an old clock's 2027) and `20270` for years, and means them.
const ANY_YEAR = /^(\d{2,5})(?:\D|$)/;
const FIRST_YEAR = 1601;
// Dates are short; a longer attribute value cannot be one, and must not cost time.
const MAX_LENGTH = 1024;

interface Parts {
  time?: [number, number, number];
  day?: number;
  month?: number;
  year?: number;
}

/**
 * Parses a cookie date into UTC milliseconds; undefined where a browser would ignore it. A year
 * before 1601 is no date by the standard (`rfc6265`), and long ago to browsers.
 */
export function parseCookieDate(input: string, mode: CookieMode = 'rfc6265'): Millis | undefined {
  if (input.length > MAX_LENGTH) return undefined;
  const parts: Parts = {};
  const yearShape = mode === 'browser' ? ANY_YEAR : YEAR;
  for (const token of input.split(DELIMITER)) if (token) readToken(token, parts, yearShape);
  const { time, day, month, year } = parts;
  if (!time || day === undefined || month === undefined || year === undefined) return undefined;
  const [hour, minute, second] = time;
  if (day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (year < FIRST_YEAR) return mode === 'browser' ? LONG_AGO : undefined;
  const date = new Date(Date.UTC(year, month, day, hour, minute, second));
  // "If no such date exists, abort": 31 February would roll over to March.
  return date.getUTCDate() === day ? date.getTime() : undefined;
}

function readToken(token: string, parts: Parts, yearShape: RegExp): void {
  const time = parts.time ? null : TIME.exec(token);
  if (time) {
    parts.time = [Number(time[1]), Number(time[2]), Number(time[3])];
    return;
  }
  const day = parts.day === undefined ? DAY.exec(token) : null;
  if (day) {
    parts.day = Number(day[1]);
    return;
  }
  const month = parts.month === undefined ? MONTHS.indexOf(token.slice(0, 3).toLowerCase()) : -1;
  if (month >= 0) {
    parts.month = month;
    return;
  }
  const year = parts.year === undefined ? yearShape.exec(token) : null;
  if (year) parts.year = fullYear(Number(year[1]));
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  if (year <= 69) return year + 2000;
  return year;
}

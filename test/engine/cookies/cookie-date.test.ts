import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../../src/engine/cookies/cookie-date.js';
import { LONG_AGO } from '../../../src/engine/cookies/cookie-mode.js';
import { OF_DATES } from '../../support/hostile-inputs.js';

const NEW_YEAR = Date.UTC(2027, 0, 1);

describe('a cookie date', () => {
  it.each([
    'Fri, 01 Jan 2027 00:00:00 GMT',
    'Friday, 01-Jan-27 00:00:00 GMT',
    'Fri Jan  1 00:00:00 2027',
    '01 jan 2027 0:0:0',
    '2027 Jan 1 00:00:00',
    '00:00:00 2027 JANUARY 1st',
    '01/Jan/2027 00:00:00',
    '"Fri, 01 Jan 2027 00:00:00 GMT"',
    '01 Jan 2027 00:00:00.000Z',
    '01 Jan 2027 00:00:00 +0900',
  ])('%s', (date) => {
    expect(parseCookieDate(date)).toBe(NEW_YEAR);
    expect(parseCookieDate(date, 'browser')).toBe(NEW_YEAR);
  });

  it.each([
    '',
    'tomorrow',
    '2027-01-01T00:00:00Z',
    '01 Jan 2027',
    '01 Jan 00:00:00',
    '00 Jan 2027 00:00:00',
    '32 Jan 2027 00:00:00',
    '31 Feb 2027 00:00:00',
    '29 Feb 2027 00:00:00',
    '01 Jan 2027 24:00:00',
    '01 Jan 2027 00:60:00',
    '01 Jan 2027 00:00:60',
    '01 Jan 2027 00:00',
    '012 Jan 2027 00:00:00',
    '1801123456',
    '01 Jän 2027 00:00:00',
  ])('is not %j', (date) => {
    expect(parseCookieDate(date)).toBeUndefined();
    expect(parseCookieDate(date, 'browser')).toBeUndefined();
  });

  it.each([
    [69, 2069],
    [70, 1970],
    [99, 1999],
    [0, 2000],
  ])('has a century for year %i', (short, year) => {
    expect(parseCookieDate(`01 Jan ${String(short).padStart(2, '0')} 00:00:00`)).toBe(
      Date.UTC(year, 0, 1),
    );
  });

  it('of a year before 1601 is none by the standard, and long ago to browsers', () => {
    expect(parseCookieDate('01 Jan 127 00:00:00')).toBeUndefined();
    expect(parseCookieDate('01 Jan 127 00:00:00', 'browser')).toBe(LONG_AGO);
  });

  it('of a year with five digits is none by the standard, and far away to browsers', () => {
    expect(parseCookieDate('01 Jan 20270 00:00:00')).toBeUndefined();
    expect(parseCookieDate('01 Jan 20270 00:00:00', 'browser')).toBe(Date.UTC(20270, 0, 1));
  });
});

describe('any text', () => {
  const token = fc.oneof(
    fc.string(),
    fc.constantFrom('Jan', '2027', '27', '1', '00:00:00', '9:9:9', ' ', '-', ',', ':'),
  );

  it('is read without an exception, into a whole second or nothing', () => {
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 12 }),
        fc.constantFrom('browser' as const, 'rfc6265' as const),
        (tokens, mode) => {
          const at = parseCookieDate(tokens.join(' '), mode);
          expect(at === undefined || at % 1000 === 0).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('that HTTP prints is read back', () => {
    const instant = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseCookieDate(date.toUTCString())).toBe(second);
        expect(parseCookieDate(date.toUTCString(), 'browser')).toBe(second);
      }),
    );
  });

  it.each(Object.entries(OF_DATES))('of many times %s is none', (_, inputOf) => {
    expect(parseCookieDate(inputOf(200_000))).toBeUndefined();
    expect(parseCookieDate(inputOf(200_000), 'browser')).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';
import { toldTime } from '../../../../src/engine/normalize/sources/told-time.js';

const AT = Date.UTC(2026, 0, 2, 9, 30, 15, 250);

describe('when something began', () => {
  it.each<[unknown, number]>([
    ['2026-01-02T09:30:15.250Z', AT],
    ['2026-01-02T10:30:15.250+01:00', AT],
    ['2026-01-02T10:30:15.250+0100', AT],
    ['2026-01-02T09:30:15.250123456Z', AT],
    ['2026-01-02T09:30:15.250', AT],
    ['2026-01-02 09:30:15.250', AT],
    ['2026-01-02 09:30:15,250', AT],
    ['2026/01/02 09:30:15.250', AT],
    ['2026-01-02T09:30Z', Date.UTC(2026, 0, 2, 9, 30)],
    ['Fri, 02 Jan 2026 09:30:15 GMT', AT - 250],
    ['/Date(1767346215250)/', AT],
    ['/Date(1767346215250+0100)/', AT],
    [AT, AT],
    [AT / 1_000, AT],
    [AT * 1_000, AT],
    [String(AT), AT],
    [`${AT / 1_000}`, AT],
  ])('is read from %j', (told, at) => expect(toldTime(told)).toBe(at));

  it.each([
    undefined,
    null,
    '',
    'now',
    '2026-13-45T99:99:99Z',
    '0001-01-01T00:00:00Z',
    '1601-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    0,
    12,
    -1,
    Number.NaN,
    {},
    [],
    true,
  ])('is unknown from %j', (told) => expect(toldTime(told)).toBeUndefined());

  it('is a moment or unknown, from whatever is told', () => {
    fc.assert(
      fc.property(fc.anything(), (told) => {
        const at = toldTime(told);
        expect(at === undefined || Number.isFinite(at)).toBe(true);
      }),
    );
  });
});

it('says of a file how many of its dates are broken', () => {
  const entry = (startedDateTime: unknown) => ({
    startedDateTime,
    request: { method: 'GET', url: 'https://a.test/' },
  });
  const entries = [entry('2026-01-02T09:30:15Z'), entry('0001-01-01T00:00:00'), entry('soon')];
  const { diagnoses } = readHar({ log: { entries } });
  expect(diagnoses.find(({ code }) => code === 'times-unknown')?.detail).toEqual({
    count: 2,
    of: 3,
  });
});

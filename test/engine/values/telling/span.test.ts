import { describe, expect, it } from 'vitest';
import { render } from '../../../../src/engine/render.js';
import { text } from '../../../../src/engine/text.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../src/engine/time-units.js';
import { span, spansApart } from '../../../../src/engine/values/telling/span.js';

it.each([
  [1824 * DAY, '5 year'],
  [400 * DAY, '1 year 1 month'],
  [365 * DAY - SECOND, '1 year'],
  [364 * DAY, '12 month 4 day'],
  [93 * DAY, '3 month 3 day'],
  [92 * DAY, '92 d'],
  [30 * DAY, '30 d'],
  [30 * DAY - 3 * SECOND, '30 d'],
  [3 * DAY, '3 d'],
  [3 * DAY - SECOND, '3 d'],
  [3 * HOUR - 400, '3 h'],
  [20 * MINUTE - 250, '20 min'],
  [3 * MINUTE - 20, '3 min'],
  [62 * HOUR, '62 h'],
  [26 * HOUR, '26 h'],
  [DAY - SECOND, '24 h'],
  [170 * MINUTE, '170 min'],
  [90 * SECOND, '90 s'],
  [0, '0 s'],
  [-5 * SECOND, '0 s'],
])('tells %i ms as %s', (length, told) => {
  expect(span(length)).toBe(told);
});

describe('spansApart', () => {
  it.each([
    [730 * DAY, 400 * DAY, ['2 year', '1 year 1 month']],
    [401 * DAY, 400 * DAY, ['401 d', '400 d']],
    [366 * DAY, 90 * DAY, ['1 year', '90 d']],
  ])('tells %i and %i ms so that they differ', (one, other, told) => {
    expect(spansApart(one, other)).toEqual(told);
  });
});

describe('a long span in a sentence', () => {
  const korean = (key: string) => ({ language: 'ko', k: '{span}을(를) 두고' })[key];

  it.each([
    [1824, 'for 5 years', '5년을 두고'],
    [365, 'for 1 year', '1년을 두고'],
    [400, 'for 1 year 1 month', '1년 1개월을 두고'],
    [120, 'for 4 months', '4개월을 두고'],
    [124, 'for 4 months 4 days', '4개월 4일을 두고'],
  ])('of %i days is said as the reader says it', (days, english, inKorean) => {
    const said = text('k', 'for {span}', { span: span(days * DAY) });
    expect([render(said), render(said, korean)]).toEqual([english, inKorean]);
  });
});

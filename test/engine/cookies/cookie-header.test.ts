import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCookieHeader } from '../../../src/engine/cookies/cookie-header.js';
import { OF_COOKIES } from '../../support/hostile-inputs.js';

describe('a Cookie header', () => {
  it.each([
    ['', []],
    ['a=1', [['a', '1']]],
    [
      'a=1; b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=1;b=2;',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=1; ; b',
      [
        ['a', '1'],
        ['', 'b'],
      ],
    ],
    [
      'a=b=c; d=',
      [
        ['a', 'b=c'],
        ['d', ''],
      ],
    ],
    ['=a', [['', 'a']]],
    ['a="x y"', [['a', '"x y"']]],
    ['a=\u00a0', [['a', '\u00a0']]],
    [
      'a=1; a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
  ])('%j', (header, pairs) => {
    expect(readCookieHeader(header).map(({ name, value }) => [name, value])).toEqual(pairs);
  });

  it('comes back the same when it is printed', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((unit) => unit.replace(/[;=]/g, '').replace(/^[ \t]+|[ \t]+$/g, ''));
    const pair = fc.record({ name: text.filter((name) => name !== ''), value: text });
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const header = pairs.map(({ name, value }) => `${name}=${value}`).join('; ');
        expect(readCookieHeader(header)).toEqual(pairs);
      }),
    );
  });

  it('of any kind is read without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        for (const { name, value } of readCookieHeader(header))
          expect(name.includes(';') || value.includes(';')).toBe(false);
      }),
    );
  });

  // RFC 6265bis §5.6: what is empty is no cookie, and of `=` alone all but the first are the value.
  it.each(Object.entries(OF_COOKIES))('of many times %s is read to its end', (unit, inputOf) => {
    const pairs = {
      '"a=1; "': Array.from({ length: 20_000 }, () => ({ name: 'a', value: '1' })),
      '"="': [{ name: '', value: '='.repeat(99_999) }],
    };
    expect(readCookieHeader(inputOf(100_000))).toEqual(pairs[unit as keyof typeof pairs] ?? []);
  });
});

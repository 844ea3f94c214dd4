import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCookieHeader } from '../../../src/engine/cookies/cookie-header.js';
import { growth, LINEAR } from '../../support/growth.js';

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

  it.each(['a=1; ', ';', ' ', '=', '\t;'])(
    'of many times %j takes time in proportion',
    (unit) => {
      expect(
        growth(readCookieHeader, (size) => unit.repeat(size / unit.length), 300_000),
      ).toBeLessThan(LINEAR);
    },
    60_000,
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, plainNeedles, requestNeedles } from '../../../src/ui/filter/filter-hits.js';

/** As it looks: what was found between brackets. */
const shown = (text: string, needles: ReturnType<typeof plainNeedles>) =>
  piecesOf(text, needles)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('what a filter finds', () => {
  it.each([
    ['', '/Account', '/Account'],
    ['acc', '/Account', '/[Acc]ount'],
    ['a', 'banana', 'b[a]n[a]n[a]'],
    ['ana nan', 'banana', 'b[anan]a'],
    ['nothing', '/account', '/account'],
    ['<b>', 'x<b>y', 'x[<b>]y'],
    // Its lower case is longer than it is.
    ['x', 'İx', 'İx'],
  ])('of %j in %j', (filter, text, expected) => {
    expect(shown(text, plainNeedles(filter))).toBe(expected);
  });

  it.each([
    ['acc', '[acc]ount'],
    ['has:jwt', 'account'],
    ['-acc', 'account'],
    ['host:acc ount', 'acc[ount]'],
    ['/c+o/', 'a[cco]unt'],
    ['/x*/', 'account'],
    ['/(/', 'account'],
    ['"acc"', '[acc]ount'],
    ['""', 'account'],
  ])('of %j among requests', (filter, expected) => {
    expect(shown('account', requestNeedles(filter))).toBe(expected);
  });

  it('leaves nothing of the text out', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (filter, text) => {
        const whole = (pieces: { text: string }[]) => pieces.map((piece) => piece.text).join('');
        expect(whole(piecesOf(text, plainNeedles(filter)))).toBe(text);
        expect(whole(piecesOf(text, requestNeedles(filter)))).toBe(text);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { regex, unbroken } from '../../src/engine/regex.js';

describe('a pattern over several lines', () => {
  it('is that of one line', () => {
    const written = regex('iu')`
      ^(?:log[-_ ]?in|sign in
      |\p{L}+\.\w{1,5}
        |\${2}|/)$`;
    const literal = /^(?:log[-_ ]?in|sign in|\p{L}+\.\w{1,5}|\${2}|\/)$/iu;
    expect(written).toEqual(literal);
    expect([written.source, written.flags]).toEqual([literal.source, literal.flags]);
  });

  it('has no flags unless some are named', () => expect(regex()`a`.flags).toBe(''));

  it('holds what is put into it', () => {
    expect(regex()`^(?:${String.raw`a\s`}|b)$`.source).toBe(String.raw`^(?:a\s|b)$`);
  });

  it('leaves line breaks alone that are asked for', () => {
    expect(
      regex('s')`
      a\r?\n
      b`.source,
    ).toBe(String.raw`a\r?\nb`);
  });
});

describe('a text over several lines', () => {
  it('is as it is written, without the breaks', () => {
    expect(unbroken`
      a|b c|
      \d`).toBe(String.raw`a|b c|\d`);
  });

  it('breaks where what is put into it does', () => {
    expect(unbroken`a ${'\n  b'}`).toBe('a \n  b');
  });
});

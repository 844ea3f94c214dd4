import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spelledBy } from '../../../../src/engine/values/ids/char-codes.js';

describe('a text that is spelled by the numbers of its letters', () => {
  it.each([
    ['83|117|112|101|114|118|105|115|111|114', 'Supervisor'],
    ['97,100,97', 'ada'],
    ['1040-1085-1085-1072', 'Анна'],
  ])('%s', (value, text) => expect(spelledBy(value)).toBe(text));

  it.each([
    '83',
    '83|117',
    '192.168.10.12',
    '83|117,112',
    '1|2|3',
    '999999|999999|999999',
    'a|b|c',
  ])('none is %s', (value) => expect(spelledBy(value)).toBeUndefined());

  it('is read back as it was written', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z.]{2,30}$/);
    const isReadBack = fc.property(word, (name) => {
      const codes = [...name].map((letter) => letter.codePointAt(0)).join('|');
      return spelledBy(codes) === name;
    });
    expect(() => fc.assert(isReadBack)).not.toThrow();
  });
});

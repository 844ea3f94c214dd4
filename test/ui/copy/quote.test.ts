import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan } from '../../../src/engine/report/formats/markdown-text.js';
import { bashWord, scriptString } from '../../../src/ui/copy/quote.js';
import { toldByBash } from '../../support/told-by-bash.js';

/** What bash makes of some words: each as it is, ended by a NUL. */
function readByBash(words: readonly string[]): string[] {
  return toldByBash(`printf '%s\\0' ${words.join(' ')}`);
}

const HOSTILE = [
  `it's`,
  '$(touch /tmp/x) `id` ${HOME} !! \\ "',
  "'; rm -rf ~ #",
  'a\nb\tc\r\u001b[31m',
  "\u001b'\\!",
  '\u202eevil\u200b',
  '~/*?[a]{b,c}',
  '-n',
  '\u00851',
  '한글 😀',
  '',
];
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`'"\\!$\`\n\u001b07x; `) }),
  )
  .map((text) => text.replaceAll('\0', ''));

describe('a word of bash', () => {
  it.each(HOSTILE)('means %j', (text) => {
    expect(readByBash([bashWord(text)])).toEqual([text]);
  });

  it('means what it was made of, whatever that is', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 50 }), (texts) => {
        expect(readByBash(texts.map(bashWord))).toEqual(texts);
      }),
      { numRuns: 25 },
    );
  });

  it('has neither controls nor unseen signs in it, and no history outside single quotes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const word = bashWord(text);
        expect(word).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(word.startsWith('$') && word.includes('!')).toBe(false);
      }),
    );
  });

  it('leaves out what no word can hold, and writes half a sign as the one for none', () => {
    expect(bashWord('a\0b')).toBe("'ab'");
    expect(bashWord('a\ud800')).toBe("'a\ufffd'");
  });
});

describe('a string of JavaScript', () => {
  it('means what it was made of, and ends neither a line nor an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = scriptString(text);
        expect(new Function(`return ${literal}`)()).toBe(text);
        expect(literal).not.toMatch(/[<\n\r\u2028\u2029\p{Cf}]/u);
      }),
    );
  });

  it('keeps half of a surrogate pair', () => {
    expect(new Function(`return ${scriptString('\ud800<')}`)()).toBe('\ud800<');
  });
});

describe('a code span', () => {
  it.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['two\nlines', '`two lines`'],
    ['', ''],
  ])('of %j is %j', (text, span) => {
    expect(codeSpan(text)).toBe(span);
  });
});

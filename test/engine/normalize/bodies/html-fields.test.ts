import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../../src/engine/normalize/bodies/html-entities.js';
import { fieldsOfHtml } from '../../../../src/engine/normalize/bodies/html-fields.js';
import { OF_HTML, OF_LONG_TAGS, OF_ONE_TAG } from '../../../support/hostile-inputs.js';

const found = (html: string) => fieldsOfHtml(html).map(({ pointer, value }) => [pointer, value]);

describe('fields of a page', () => {
  it.each([
    [
      'a hidden input',
      '<form><input type="hidden" name="csrf" value="abc"></form>',
      [['input[csrf]', 'abc']],
    ],
    [
      'an unquoted value has the slash behind it, and here no longer says hidden',
      "<INPUT\nVALUE='a b' Name = csrf TYPE=Hidden/>",
      [],
    ],
    [
      'in any order and case',
      "<INPUT\nVALUE='a b' Name = csrf TYPE=Hidden >",
      [['input[csrf]', 'a b']],
    ],
    ['a meta tag', '<meta name="csrf-token" content="abc">', [['meta[csrf-token]', 'abc']]],
    ['by its id where it has no name', '<input type=hidden id=t value=abc>', [['input[t]', 'abc']]],
    [
      'with a > in its value',
      '<input type=hidden name=a value="x>y"><input type=hidden name=b value=z>',
      [
        ['input[a]', 'x>y'],
        ['input[b]', 'z'],
      ],
    ],
    [
      'with character references',
      '<input type=hidden name=a value="a&#43;b&#x3d;&amp;&quot;&unknown;">',
      [['input[a]', 'a+b=&"&unknown;']],
    ],
    [
      'the first of two attributes',
      '<input type=hidden name=a name=b value=x value=y>',
      [['input[a]', 'x']],
    ],
    ['closed by a slash', '<meta name=a content="b"/>', [['meta[a]', 'b']]],
    ['without blanks between', '<input type="hidden"name="a"value="b">', [['input[a]', 'b']]],
    ['no visible input', '<input type=text name=a value=b><input name=c value=d>', []],
    [
      'no input without a value',
      '<input type=hidden name=a><input type=hidden name=b value="">',
      [],
    ],
    ['no other element', '<inputs type=hidden name=a value=b><metadata name=a content=b>', []],
    ['no tag without end', '<input type=hidden name=a value=b', []],
    ['nothing where a quote stays open', '<input type=hidden name=a value="b>', []],
  ])('%s', (_what, html, fields) => {
    expect(found(html)).toEqual(fields);
  });

  it.each([
    ['<input type=password name=secret>', ['secret']],
    ['<INPUT TYPE="Password" NAME="user&#91;x&#93;">', ['user[x]']],
    ['<input type=text autocomplete="section-a current-password" name=shown>', ['shown']],
    ['<input autocomplete=new-password name=a><input type=password name=b>', ['a', 'b']],
    ['<input type=password name=a><input type=password name=a>', ['a']],
    ['<input type=password>', []],
    ['<input type=password id=k1>', ['k1']],
    ['<input type=password id=k1 name=k2>', ['k2', 'k1']],
    ['<input type="pass&#119;ord" name=k1>', ['k1']],
    ['<input type="&#x70;assword" name=k1>', ['k1']],
    ['<input autocomplete="current&#45;password" name=k1>', ['k1']],
    ['<input type=text autocomplete=one-time-code name=otp>', []],
    ['<input type=text name=password-hint>', []],
  ])('%s names its fields for passwords', (html, names) => {
    const passwordFields = new Set<string>();
    fieldsOfHtml(html, passwordFields);
    expect([...passwordFields]).toEqual(names);
  });

  it('are read back from what a template printed', () => {
    const escape = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&#34;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (name, value) => {
        expect(
          found(
            `<p>${escape(value)}<input value="${escape(value)}" type="hidden" ` +
              `name="${escape(name)}">`,
          ),
        ).toEqual([[`input[${name}]`, value]]);
      }),
    );
  });

  it('of any text are read without an exception', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<input ',
        '<meta\n',
        'type=hidden',
        ' name=',
        ' value=',
        '"',
        "'",
        '>',
        '/',
        '=',
        '&#',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const { pointer, value } of fieldsOfHtml(pieces.join('')))
          expect(pointer !== '' && value !== '').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(Object.entries(OF_HTML))('of many times %s are read to the end', (unit, inputOf) => {
    const fields = fieldsOfHtml(inputOf(200_000));
    const [first, ...others] = new Set(fields.map((field) => JSON.stringify(field)));
    expect(others).toEqual([]);
    expect(first).toBe(
      unit.includes('content=b') ? JSON.stringify({ pointer: 'meta[a]', value: 'b' }) : undefined,
    );
  });

  it.each(Object.keys(OF_ONE_TAG))('of one tag with many times %s are none', (unit) => {
    expect(fieldsOfHtml(OF_ONE_TAG[unit]!(200_000))).toEqual([]);
    expect(fieldsOfHtml(OF_LONG_TAGS[unit]!(200_000))).toEqual([]);
  });
});

describe('a character reference', () => {
  it.each([
    ['&#0;', '&#0;'],
    ['&#x110000;', '&#x110000;'],
    ['&#128512;', '😀'],
    ['&AMP;', '&'],
    ['&constructor;', '&constructor;'],
    ['&', '&'],
    ['&&&amp;', '&&&'],
  ])('%s', (source, text) => {
    expect(decodeEntities(source)).toBe(text);
  });
});

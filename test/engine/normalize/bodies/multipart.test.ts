import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../../src/engine/normalize/bodies/multipart.js';

const FORM = 'multipart/form-data; boundary=x';
const body = (...parts: string[]) =>
  [...parts.map((part) => `--x\r\n${part}\r\n`), '--x--'].join('');
const field = (name: string, content: string) =>
  `Content-Disposition: form-data; name="${name}"\r\n\r\n${content}`;
const told = (mimeType: string, source: string) =>
  partsOf(mimeType, source)?.parts.map(({ from, to, ...part }) => ({
    ...part,
    content: source.slice(from, to),
  }));

describe('a body in parts', () => {
  it.each([
    [
      'fields',
      body(field('a', '1'), field('b', 'two\r\nlines')),
      [
        { name: 'a', content: '1' },
        { name: 'b', content: 'two\r\nlines' },
      ],
    ],
    ['an empty field', body(field('a', '')), [{ name: 'a', content: '' }]],
    [
      'line ends of one sign',
      '--x\nContent-Disposition: form-data; name=a\n\n1\n--x--',
      [{ name: 'a', content: '1' }],
    ],
    [
      'a file',
      body(
        'Content-Disposition: form-data; name="f"; filename="ä.png"\r\n' +
          'Content-Type: image/png\r\n' +
          '\r\n' +
          '\u0089PNG',
      ),
      [{ name: 'f', fileName: 'ä.png', type: 'image/png', content: '\u0089PNG' }],
    ],
    [
      'a file by RFC 5987',
      body("Content-Disposition: form-data; name=f; filename*=UTF-8''a%20b.txt\r\n\r\nhello"),
      [{ name: 'f', fileName: 'a%20b.txt', content: 'hello' }],
    ],
    [
      'a file that nobody chose',
      body('Content-Disposition: form-data; name="f"; filename=""\r\n\r\n'),
      [{ name: 'f', fileName: '', content: '' }],
    ],
    ['no name', body('Content-Type: text/plain\r\n\r\nhello'), []],
    ['nothing', '', []],
    ['a part without an end', `--x\r\n${field('a', '1')}`, [{ name: 'a', content: '1' }]],
  ])('has %s', (_, source, parts) => {
    expect(told(FORM, source)).toEqual(parts);
  });

  it.each([
    ['multipart/form-data; boundary="a b"', '--a b'],
    [
      'multipart/form-data; charset=utf-8; boundary=----WebKitFormBoundaryAb',
      '------WebKitFormBoundaryAb',
    ],
    ['multipart/mixed;boundary=q;x=y', '--q'],
  ])('is parted as %s says', (mimeType, mark) => {
    expect(told(mimeType, `${mark}\r\n${field('a', '1')}\r\n${mark}--`)).toEqual([
      { name: 'a', content: '1' },
    ]);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', ''])(
    'is unknown for %j',
    (mimeType) => {
      expect(partsOf(mimeType, body(field('a', '1')))).toBeUndefined();
    },
  );

  it('counts what it leaves', () => {
    const source = body(...Array.from({ length: 5 }, (_, at) => field(`f${at}`, 'x')));
    expect(partsOf(FORM, source, 3)).toMatchObject({ parts: { length: 3 }, left: 2 });
  });

  it('gives back every field that was written, and is never an exception', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/--x|[\r\n"]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plain, plain), { maxLength: 5 }),
        fc.string(),
        (fields, noise) => {
          const source = body(...fields.map(([name, content]) => field(name, content)));
          expect(told(FORM, source)).toEqual(fields.map(([name, content]) => ({ name, content })));
          expect(() => partsOf(noise, noise + source)).not.toThrow();
        },
      ),
    );
  });
});

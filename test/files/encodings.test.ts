import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, hasWideSigns } from '../../src/files/encodings.js';

const TEXT = '{"name":"ü€😀"}';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++)
    bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const signs = Array.from(text, (sign) => sign.codePointAt(0)!);
  const bytes = new DataView(new ArrayBuffer(signs.length * 4));
  for (const [at, sign] of signs.entries()) bytes.setUint32(at * 4, sign, littleEndian);
  return new Uint8Array(bytes.buffer);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const ENCODINGS: [string, (text: string) => Uint8Array, wide: boolean][] = [
  ['UTF-8', utf8, false],
  ['UTF-16 LE', (text) => utf16(text, true), true],
  ['UTF-16 BE', (text) => utf16(text, false), true],
  ['UTF-32 LE', (text) => utf32(text, true), true],
  ['UTF-32 BE', (text) => utf32(text, false), true],
];

describe.each(ENCODINGS)('a text in %s', (_, encode, wide) => {
  it('is read with its byte order mark and without', () => {
    expect(decodeText(encode(TEXT))).toBe(TEXT);
    expect(decodeText(encode(`\uFEFF${TEXT}`))).toBe(TEXT);
    expect(hasWideSigns(encode(TEXT))).toBe(wide);
  });

  it('may be long, and may end in the middle of a sign', () => {
    const long = TEXT.repeat(2_000);
    const bytes = encode(`\uFEFF${long}`);
    expect(decodeText(bytes)).toBe(long);
    expect(decodeText(bytes.subarray(0, -1)).startsWith(long.slice(0, -1))).toBe(true);
  });

  it('may be any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(encode(`\uFEFF${text}`))).toBe(text);
      }),
    );
  });
});

it('reads any bytes as some text', () => {
  const start = fc.constantFrom([], [0xff, 0xfe], [0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff]);
  fc.assert(
    fc.property(start, fc.uint8Array(), (mark, bytes) => {
      expect(typeof decodeText(new Uint8Array([...mark, ...bytes]))).toBe('string');
    }),
  );
});

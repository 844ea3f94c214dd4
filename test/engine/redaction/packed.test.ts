import { gunzipSync, gzipSync, deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packedText } from '../../../src/engine/redaction/packed.js';

const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a text that is packed', () => {
  it.each<[how: string, pack: (text: string) => Buffer, open: (bytes: Buffer) => string]>([
    ['gzip', (text) => gzipSync(text), (bytes) => gunzipSync(bytes).toString()],
    ['zlib', (text) => deflateSync(text), (bytes) => inflateSync(bytes).toString()],
    [
      'DEFLATE of XML',
      (text) => deflateRawSync(`<${text}`),
      (bytes) => inflateRawSync(bytes).toString().slice(1),
    ],
    ['UTF-16', (text) => Buffer.from(text, 'utf16le'), (bytes) => bytes.toString('utf16le')],
    ['UTF-16 of the other order', swapped, (bytes) => bytes.swap16().toString('utf16le')],
  ])('is read and written again: %s', (_, pack, open) => {
    const texts = fc.stringMatching(/^[ -~]{16,400}$/);
    const property = fc.property(texts, texts, (text, other) => {
      const packed = packedText(new Uint8Array(pack(text)));
      expect(packed?.text.endsWith(text)).toBe(true);
      const start = packed!.text.slice(0, packed!.text.length - text.length);
      expect(open(Buffer.from(packed!.pack(start + other)))).toBe(other);
    });
    fc.assert(property, { numRuns: 60 });
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3, 4, 5, 6, 7, 8]],
    ['gzip that breaks off', [0x1f, 0x8b, 8, 0, 0]],
    ['gzip with a head of other parts', [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]],
    ['nothing', []],
  ])('is none in %s', (_, bytes) => {
    expect(packedText(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('is none or one in any bytes', () => {
    const any = fc.uint8Array({ maxLength: 200 });
    const property = fc.property(any, (bytes) => {
      expect(() => packedText(bytes)).not.toThrow();
    });
    fc.assert(property, { numRuns: 300 });
  });
});

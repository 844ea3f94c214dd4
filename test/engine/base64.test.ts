import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeBase64Text, utf8 } from '../../src/engine/base64.js';

const strict = new TextDecoder('utf-8', { fatal: true });
const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};

describe('base64', () => {
  it('is read with and without padding, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const standard = Buffer.from(bytes).toString('base64');
        const url = Buffer.from(bytes).toString('base64url');
        for (const text of [standard, url]) expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(['a', 'ab c', 'ab=c', '%41'])('is not %j', (text) =>
    expect(decodeBase64(text)).toBeUndefined(),
  );
});

describe('text in UTF-8', () => {
  it('is read as the platform reads it, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        expect(utf8(bytes)).toBe(decoded(bytes));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        expect(utf8(bytes)).toBe(decoded(bytes));
      }),
    );
  });

  it('is undefined in base64 of what is none', () =>
    expect(decodeBase64Text('_w')).toBeUndefined());
});

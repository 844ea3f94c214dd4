import { describe, expect, it } from 'vitest';
import {
  digestsIn,
  isDigest,
  isDigestOf,
} from '../../../../src/engine/normalize/passwords/password-digests.js';

const MD5 = '5f4dcc3b5aa765d61d8327deb882cf99';

describe('what may be a hash in a text', () => {
  it('is told as hex, whatever stands around it', () => {
    const texts = [
      MD5,
      MD5.toUpperCase(),
      `2-${MD5}`,
      `{"h":"${MD5}"}`,
      'X03MO1qnZdYdgyfeuILPmQ==',
    ];
    expect(texts.map((text) => digestsIn(text).includes(MD5))).toEqual(texts.map(() => true));
  });

  it('has the length of one', () => {
    expect(digestsIn('5f4dcc3b5aa7 words and 12345')).toEqual([]);
    expect(digestsIn(`${MD5}ab`)).toEqual([]);
    expect([MD5, `${MD5}ab`, 'hunter2'].map(isDigest)).toEqual([true, false, false]);
  });
});

describe('a hash of a password', () => {
  it('is told from any other', () => {
    const digests = new Set([MD5]);
    expect(isDigestOf('password', digests)).toBe(true);
    expect(isDigestOf('Password', digests)).toBe(false);
    expect(isDigestOf('password', new Set())).toBe(false);
  });

  it('may be one of a hash', () => {
    expect(isDigestOf('password', new Set(['696d29e0940a4957748fe3fc9efd22a3']))).toBe(true);
  });
});

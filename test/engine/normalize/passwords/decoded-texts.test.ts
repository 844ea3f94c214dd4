import { describe, expect, it } from 'vitest';
import { bytesOf, decodedTexts } from '../../../../src/engine/normalize/passwords/decoded-texts.js';

const layered = (text: string, times: number): string =>
  times === 0 ? text : layered(btoa(text), times - 1);

describe('the texts in a value', () => {
  it('are the value and what each layer holds', () => {
    expect(decodedTexts('%22NjE6NjI%3D%22')).toEqual(['%22NjE6NjI%3D%22', '"NjE6NjI="', '"61:62"']);
    expect(decodedTexts('616461 and 71%20x')).toEqual([
      '616461 and 71%20x',
      '616461 and 71 x',
      'ada and 71 x',
    ]);
  });

  it('are one alone where nothing is encoded', () => {
    expect(decodedTexts('plain text')).toEqual(['plain text']);
    expect(decodedTexts('')).toEqual(['']);
  });

  it('are no more than so many, and never longer', () => {
    const texts = decodedTexts(layered('a secret in many layers', 9));
    expect(texts).toHaveLength(6);
    expect(texts.every(({ length }, at) => at === 0 || length <= texts[at - 1]!.length)).toBe(true);
    expect(decodedTexts('%'.repeat(100_000))[0]).toHaveLength(8_192);
  });

  it('are none of bytes that are no text', () => {
    expect(decodedTexts('5f4dcc3b5aa765d61d8327deb882cf99')).toHaveLength(1);
  });
});

describe('the bytes of a run', () => {
  it('are those of hex and of base64, where it may be either', () => {
    expect(bytesOf('616461').map((bytes) => bytes.length)).toEqual([3, 4]);
    expect(bytesOf('no!')).toEqual([]);
  });
});

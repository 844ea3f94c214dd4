import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/secrets/lines.js';

async function* chunks(bytes: Uint8Array, sizes: readonly number[]) {
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function lines(text: string, sizes: readonly number[] = []): Promise<string[]> {
  const all: string[] = [];
  for await (const line of linesOf(chunks(new TextEncoder().encode(text), sizes))) all.push(line);
  return all;
}

it.each([
  ['', []],
  ['one', ['one']],
  ['one\n', ['one']],
  ['one\r\ntwo\r\n', ['one', 'two']],
  ['one\n\nthree', ['one', '', 'three']],
  ['비밀\nключ\n', ['비밀', 'ключ']],
])('%j', async (text, expected) => {
  expect(await lines(text)).toEqual(expected);
});

it('are the same, however the file is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((word) => word.replaceAll(/[\r\n\ufeff]/g, ''))),
      fc.array(fc.nat(5)),
      async (words, sizes) => {
        const text = words.map((word) => `${word}\n`).join('');
        expect(await lines(text, sizes)).toEqual(words);
      },
    ),
  );
});

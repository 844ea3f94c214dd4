import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyText, readKey } from '../../../src/capture/databases/key-text.js';

const KEYS: readonly [key: unknown, text: string][] = [
  ['firebase:authUser:k:[DEFAULT]', 'firebase:authUser:k:[DEFAULT]'],
  ['', ''],
  [1, '1'],
  ['1', '"1"'],
  [-1.5, '-1.5'],
  [Infinity, 'Infinity'],
  ['Infinity', '"Infinity"'],
  ['01', '01'],
  [1e21, '1e+21'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  ['1970-01-01T00:00:00.000Z', '"1970-01-01T00:00:00.000Z"'],
  ['1970-01-01', '1970-01-01'],
  [[], '[]'],
  [['a', 1, ['b']], '["a",1,["b"]]'],
  ['["a"]', '"[\\"a\\"]"'],
  ['"', '"\\""'],
];

/** What can be told, and not written. */
const TOLD_ALONE: readonly [key: unknown, text: string][] = [
  [new Uint8Array([0, 255]).buffer, 'bytes:00ff'],
  [new DataView(new Uint8Array([1, 2, 3]).buffer, 1, 1), 'bytes:02'],
  [new Uint8Array(1_000_000), `bytes:${'00'.repeat(64)}…(1000000)`],
  [[new Date(0)], '[1970-01-01T00:00:00.000Z]'],
  [[Infinity], '[Infinity]'],
];

describe('keyText', () => {
  it.each(KEYS)('writes %j so that it is read again: %s', (key, text) => {
    expect(keyText(key)).toBe(text);
    expect(readKey(text)).toEqual({ key });
  });

  it.each(TOLD_ALONE)('tells %j, which nobody can write: %s', (key, text) => {
    expect(keyText(key)).toBe(text);
    expect(readKey(text)).toBeUndefined();
  });

  it('writes no two keys alike', () => {
    const one = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.double({ noNaN: true }).map((number) => (number === 0 ? 0 : number)),
      fc.date({ noInvalidDate: true }),
      fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(one, (key) => {
        expect(readKey(keyText(key))).toEqual({ key });
      }),
    );
  });

  it.each(['"open', '[1,', '[true]', '[{}]', '[null]'])('reads no key in %s', (text) => {
    expect(readKey(text)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault, laidOut, packed } from '../../../src/ui/jwt/json-text.js';

describe('JSON as text', () => {
  it('is laid out and packed as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        const json = JSON.stringify(value);
        expect(laidOut(json)).toBe(JSON.stringify(value, null, 2));
        expect(packed(JSON.stringify(value, null, '\t'))).toBe(json);
      }),
    );
  });

  it('keeps what parsing would lose', () => {
    const json = '{"id":12345678901234567890,"a":1,"a":2,"x":1.0}';
    expect(packed(laidOut(json))).toBe(json);
  });

  it('does not grow with depth', () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    expect(laidOut(deep).length).toBeLessThan(1e6);
  });
});

describe('jsonFault', () => {
  it.each([
    ['{}', undefined],
    ['{"a":[1]}', undefined],
    ['[]', { why: 'object' }],
    ['null', { why: 'object' }],
    ['"a"', { why: 'object' }],
    ['{\n  "a": 1,\n  b\n}', { why: 'json', line: 3 }],
    ['{\n"a": 1', { why: 'json', line: 2 }],
    ['{"a": x}', { why: 'json', line: 1 }],
  ])('%j', (text, expected) => {
    expect(jsonFault(text)).toEqual(expected);
  });
});

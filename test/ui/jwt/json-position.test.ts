import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultyLine } from '../../../src/ui/jwt/json-position.js';

describe('the line where JSON is broken', () => {
  it.each([
    ['{"a": x}', 1],
    ['{\n  "a": 1,\n  b\n}', 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a" 1}', 2],
    ['{"a":1}\n\n}', 3],
    ['{"a":[1,\n2', 2],
    ['{"a":[1\n}', 2],
    ['{"a": "\n"}', 1],
    ['{\n"a": 01}', 2],
    ['[1,\n]', 2],
    ['', 1],
  ])('%j', (text, line) => {
    expect(faultyLine(text)).toBe(line);
  });

  it('is the last one of sound JSON, of any kind', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(faultyLine(text)).toBe(text.split('\n').length);
      }),
    );
  });

  it('is that of a line that was spoilt', () => {
    const members = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(members, fc.nat(), (items, seed) => {
        const lines = items.map((item) => JSON.stringify(item));
        const spoilt = seed % lines.length;
        lines[spoilt] = `${lines[spoilt]} #`;
        expect(faultyLine(`[\n${lines.join(',\n')}\n]`)).toBe(spoilt + 2);
      }),
    );
  });
});

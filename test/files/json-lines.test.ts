import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJsonLines } from '../../src/files/json-lines.js';

it.each<[string, unknown]>([
  ['{"a":1}\n{"a":2}\n', { values: [{ a: 1 }, { a: 2 }], broken: 0, cut: false }],
  ['{"a":1}\r\n\r\n[2]', { values: [{ a: 1 }, [2]], broken: 0, cut: false }],
  ['{"a":1}\noops\n{"a":2}', { values: [{ a: 1 }, { a: 2 }], broken: 1, cut: false }],
  ['{"a":1}\n{"a":', { values: [{ a: 1 }], broken: 1, cut: true }],
  ['{\n"a":1}', undefined],
  ['1\n2', undefined],
  ['text', undefined],
  ['', undefined],
])('reads lines of JSON: %j', (source, lines) => {
  expect(readJsonLines(source)).toEqual(lines);
});

it('gives back any objects, and reads any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
      (values) => {
        const source = values.map((value) => JSON.stringify(value)).join('\n');
        const read = readJsonLines(source);
        expect(read?.values).toEqual(values.map((value) => JSON.parse(JSON.stringify(value))));
      },
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{}', '\n', '"', '{"a":1}', ' ') }), (source) => {
      const read = readJsonLines(source);
      expect((read?.values.length ?? 1) > 0).toBe(true);
    }),
  );
});

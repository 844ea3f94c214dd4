import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryStream, type ListMember } from '../../src/files/entry-stream.js';

/** What is read of a text whose bytes come in parts of these lengths, again and again. */
function read(
  source: string,
  lengths: readonly number[],
): { stream: EntryStream; members: ListMember[] } {
  const bytes = new TextEncoder().encode(source);
  const stream = new EntryStream();
  const members: ListMember[] = [];
  // Written over by the next part, as a file's is.
  const buffer = new Uint8Array(Math.max(...lengths));
  for (let at = 0, part = 0; at < bytes.length; part++) {
    const next = bytes.subarray(at, at + lengths[part % lengths.length]!);
    buffer.set(next);
    members.push(...stream.push(buffer.subarray(0, next.length)));
    at += next.length;
  }
  return { stream, members };
}

const valuesOf = (members: readonly ListMember[], list: ListMember['list']) =>
  members.filter((one) => one.list === list).map(({ value }) => value);

const LENGTHS = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 });
const SIGNS = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    'entries',
    'log',
    'ö',
    '語',
    '😀',
    ' ',
  ),
  maxLength: 12,
});
const VALUE = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, SIGNS, fc.integer(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(SIGNS, tie('any'), { maxKeys: 4 }),
})).any;

describe('what a HAR file holds, read part by part', () => {
  it('is what JSON.parse reads of it as a whole, whatever the parts and the strings are', () => {
    fc.assert(
      fc.property(
        fc.record({
          version: SIGNS,
          before: VALUE,
          pages: fc.array(VALUE, { maxLength: 3 }),
          entries: fc.array(VALUE, { maxLength: 5 }),
          comment: VALUE,
        }),
        LENGTHS,
        fc.constantFrom(undefined, 1),
        (log, lengths, indent) => {
          const { stream, members } = read(
            JSON.stringify({ other: [log], log }, null, indent),
            lengths,
          );
          expect(valuesOf(members, 'entries')).toEqual(JSON.parse(JSON.stringify(log.entries)));
          expect(valuesOf(members, 'pages')).toEqual(JSON.parse(JSON.stringify(log.pages)));
          expect(stream.isWhole).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ends with the last whole entry where the file was cut', () => {
    const source = JSON.stringify({ log: { entries: [{ a: '1' }, { b: ',]}"' }, { c: 3 }] } });
    for (let length = 1; length < source.length; length++) {
      const { stream, members } = read(source.slice(0, length), [7]);
      const whole = valuesOf(members, 'entries');
      expect([
        [],
        [{ a: '1' }],
        [{ a: '1' }, { b: ',]}"' }],
        [{ a: '1' }, { b: ',]}"' }, { c: 3 }],
      ]).toContainEqual(whole);
      expect(stream.isWhole).toBe(false);
    }
  });

  it.each([
    ['a list', '["log",{"entries":[1]}]'],
    ['lists elsewhere', '{"log":[{"entries":[1]}],"data":{"entries":[2]},"entries":[3]}'],
    ['another log', '{"data":{"log":{"entries":[1]}}}'],
    ['nothing', ' '],
  ])('is nothing of %s', (_, source) => {
    const { stream, members } = read(source, [3]);
    expect([members, stream.lists.size, stream.isWhole]).toEqual([[], 0, false]);
  });

  it('is an error from the first entry on that is not JSON', () => {
    expect(() => read('{"log":{"entries":[{"a":1},{a:2},{"a":3}]}}', [5])).toThrow(SyntaxError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteTable } from '../../../src/engine/redaction/rewrite-table.js';
import { har, redacted } from '../../support/redacted-text.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('in tables');
const mime = 'text/csv';

describe('a table', () => {
  it.each([',', ';', '\t'])('has no password and no token between %j', (mark) => {
    const token = random.base62(32);
    const rows = [
      ['id', 'password', 'token', 'note'],
      ['7', 'open sesame now', token, 'chair'],
      ['8', `"say ${mark}""friend"""`, `"${token}"`, 'table'],
    ];
    const text = redacted({ mime, answered: rows.map((row) => row.join(mark)).join('\r\n') });
    for (const secret of ['sesame', 'friend', token]) expect(text).not.toContain(secret);
    for (const word of ['password', 'chair', 'table']) expect(text).toContain(word);
  });

  it.each(['id,name\n7,Blue chair\n', 'no table at all', 'a,b\n"open,1\n2,3', ''])(
    'stays as it is: %j',
    (answered) => {
      expect(redacted({ mime, answered })).toBe(JSON.stringify(har({ mime, answered })));
    },
  );

  it('is the same to the character where nothing in it is written anew', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('"', ',', '\n', ';', '""'));
    const property = fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
      const table = `a,b\n${cells.join('')}`;
      expect(rewriteTable(table, (_, value) => value)).toBe(table);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

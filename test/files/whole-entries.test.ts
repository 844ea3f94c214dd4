import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeEntries } from '../../src/files/whole-entries.js';

const entry = (url: string, more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [], content: { text: '{"entries":[{"a":"\\"]}' } },
  ...more,
});
const ENTRIES = [entry('https://a.test/1'), entry('https://a.test/2'), entry('https://a.test/3')];
const PAGES = [{ id: 'page_1', title: 'https://a.test/' }];
const HAR = JSON.stringify({ log: { version: '1.2', pages: PAGES, entries: ENTRIES } });

describe('what is whole in a file that was cut', () => {
  it.each([
    ['within an entry', HAR.indexOf('a.test/3'), 2],
    ['between entries', HAR.indexOf('{"startedDateTime"', HAR.indexOf('a.test/2')), 2],
    ['after the last entry', HAR.length - 2, 3],
    ['before the first entry', HAR.indexOf('"startedDateTime"'), 0],
    ['not at all', HAR.length, 3],
  ])('%s', (_, end, count) => {
    expect(wholeEntries(HAR.slice(0, end))).toEqual({
      entries: ENTRIES.slice(0, count),
      pages: PAGES,
    });
  });

  it('is found in indented text, in a list alone and in what is wrapped around it', () => {
    const indented = JSON.stringify({ data: { log: { entries: ENTRIES } } }, null, 2);
    expect(wholeEntries(indented.slice(0, indented.indexOf('a.test/3'))).entries).toHaveLength(2);
    expect(wholeEntries(JSON.stringify(ENTRIES).slice(0, -2)).entries).toHaveLength(2);
  });

  it('ends at the first entry that is no JSON', () => {
    const damaged = HAR.replace('https://a.test/2"', 'https://a.test/2" oops');
    expect(wholeEntries(damaged).entries).toEqual(ENTRIES.slice(0, 1));
  });

  it('goes on through several files one after the other', () => {
    expect(wholeEntries(HAR + HAR.slice(0, -20)).entries).toHaveLength(5);
  });

  it('takes no other list for one, and no other members', () => {
    const other = { words: ['entries', [entry('https://no.test/')]], entries: [{ a: 1 }, 2, 'x'] };
    expect(wholeEntries(JSON.stringify(other))).toEqual({ entries: [], pages: [] });
  });

  it('is the first entries wherever the cut is, and it reads any text', () => {
    fc.assert(
      fc.property(fc.nat(HAR.length), fc.string(), (end, junk) => {
        const { entries } = wholeEntries(HAR.slice(0, end) + junk.replaceAll(/["[\]{}]/g, ''));
        expect(entries).toEqual(ENTRIES.slice(0, entries.length));
        wholeEntries(junk);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'"\\[]{}:,e', '"entries":[') }), (text) => {
        expect(wholeEntries(text).entries).toEqual([]);
      }),
    );
  });

  it.each([
    ['brackets', '[{'.repeat(300_000)],
    ['closing brackets', '{"entries":['.repeat(3) + '}]'.repeat(300_000)],
    ['backslashes', `{"entries":["${'\\\\'.repeat(300_000)}\\"`],
    ['quotes', `{"entries":[${'"",'.repeat(300_000)}`],
    ['blanks', `{"entries":${' [1],'.repeat(200_000)}`],
  ])('reads very many %s in one pass', (_, text) => {
    expect(wholeEntries(text).entries).toEqual([]);
  });
});

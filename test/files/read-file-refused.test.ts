import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, utf16, zip, refusalOf, read, MOST, TEXT } from './small-har.js';

describe('a file without requests', () => {
  it.each<[string, Uint8Array, string, string?]>([
    ['nothing', bytes(''), 'empty'],
    ['blanks', bytes('\uFEFF \n'), 'empty'],
    ['a page', bytes('\n<!DOCTYPE html><p>x'), 'foreign', 'page'],
    ['a page in UTF-16', utf16('<html><p>x'), 'foreign', 'page'],
    ['a page in gzip', gzipSync('<html>x'), 'foreign', 'page'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), 'foreign', 'picture'],
    ['an archive of something', zip({ 'a.txt': bytes('x') }), 'foreign', 'zip'],
    [
      'an archive of other JSON',
      zip({ 'a.json': bytes('{}'), 'b.json': bytes('[]') }),
      'foreign',
      'zip',
    ],
    ['an empty archive', zip({}), 'foreign', 'zip'],
    ['Fiddler’s', zip({ 'raw/01_c.txt': bytes('GET') }), 'foreign', 'fiddler'],
    [
      'a trace without its network',
      zip({ 'trace.trace': bytes('{}') }),
      'foreign',
      'playwright-trace',
    ],
    [
      'the trace alone',
      bytes('{"type":"context-options"}\n{"a":1}'),
      'foreign',
      'playwright-trace',
    ],
    ['other lines', bytes('{"a":1}\n{"a":2}'), 'har'],
    ['damaged gzip', Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5), 'packed', 'gzip'],
    ['a damaged archive', Uint8Array.of(0x50, 0x4b, 3, 4, 5), 'packed', 'zip'],
    ['a cut before the first entry', bytes('{"log":{"entries":[{"a":'), 'cut'],
    ['words', bytes('hello'), 'json'],
  ])('is refused: %s', (_, content, refusal, detail) => {
    expect(refusalOf(content)?.slice(0, detail ? 2 : 1)).toEqual(
      detail ? [refusal, detail] : [refusal],
    );
  });

  it('is given back as it is where it is other JSON', () => {
    expect(read(bytes('{"a":[1]}'))).toEqual({ value: { a: [1] }, diagnoses: [] });
  });

  it('is a list of cookies in Netscape’s format', () => {
    expect(read(bytes('# Netscape HTTP Cookie File\n.a.test\tTRUE\t/\tTRUE\t0\tsid\tv\n'))).toEqual(
      {
        value: { cookies: [expect.objectContaining({ name: 'sid', value: 'v' })] },
        diagnoses: [],
      },
    );
  });

  it('that unpacks to too much is refused, however it is packed', () => {
    const large = new Uint8Array(MOST + 1).fill(0x20);
    for (const content of [
      gzipSync(large),
      zip({ 'a.har': large }),
      zip({ 'a.har': gzipSync(large) }),
    ])
      expect(refusalOf(content)).toEqual(['large', undefined]);
  });

  it('is not unpacked without end', () => {
    let content: Uint8Array = bytes(TEXT);
    for (let at = 0; at < 9; at++) content = gzipSync(content);
    expect(refusalOf(content)?.[0]).toMatch(/foreign|json/);
  });

  it('never quotes what it holds', () => {
    for (const text of ['{"sid":"hunter2",}', '{"a":1}\nhunter2', 'hunter2', '<hunter2'])
      expect(String(refusalOf(bytes(text)))).not.toContain('hunter2');
  });
});

import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/engine/normalize/json-value.js';
import { readFile } from '../../src/files/read-file.js';
import { RefusedError } from '../../src/files/refused.js';

const MOST = 1_000_000;
const entry = (url: string, more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [] },
  ...more,
});
const ENTRIES = [entry('https://a.test/1'), entry('https://a.test/2')];
const HAR = { log: { version: '1.2', entries: ENTRIES } };
const TEXT = JSON.stringify(HAR);
const bytes = (text: string) => strToU8(text);
const zip = (files: Zippable) => zipSync(files);
const read = (content: Uint8Array) => readFile(content, MOST);
const urlsIn = (content: Uint8Array) => {
  const { log } = read(content).value as { log: { entries: { request: Json }[] } };
  return log.entries.map(({ request }) => request.url);
};
const codesOf = (content: Uint8Array) => read(content).diagnoses.map(({ code }) => code);
const refusalOf = (content: Uint8Array) => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof RefusedError) return [error.refusal, error.detail];
    throw error;
  }
  return undefined;
};
const URLS = ENTRIES.map(({ request }) => request.url);
const lines = ENTRIES.map((one) => JSON.stringify(one)).join('\n');
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

it('says that a packed file was damaged on its way, and reads it', () => {
  const packed = gzipSync(TEXT.replace('a.test/1', 'a.test/#'), { level: 0 });
  packed[packed.indexOf('a.test/#') + 7] = 0x31;
  expect([urlsIn(packed), codesOf(packed)]).toEqual([URLS, ['damaged']]);
  expect(codesOf(gzipSync(TEXT))).toEqual([]);
  expect(codesOf(gzipSync(TEXT).subarray(0, -4))).not.toContain('truncated');
  expect(codesOf(gzipSync(TEXT.slice(0, -9)))).toEqual(['truncated']);
});

describe('a file with requests', () => {
  it.each<[string, Uint8Array]>([
    ['as it is', bytes(TEXT)],
    ['in gzip', gzipSync(TEXT)],
    ['in zlib', deflateSync(TEXT)],
    ['in gzip in gzip', gzipSync(gzipSync(TEXT))],
    ['in UTF-16', utf16(TEXT)],
    ['in UTF-16 in gzip', gzipSync(utf16(TEXT))],
    ['in an archive', zip({ 'visit.har': bytes(TEXT) })],
    ['in an archive, of another name', zip({ 'export.json': bytes(TEXT), 'a.txt': bytes('x') })],
    ['in gzip in an archive', zip({ 'a/visit.har.gz': gzipSync(TEXT) })],
    ['beside what macOS adds', zip({ 'a.har': bytes(TEXT), '__MACOSX/._a.har': bytes('\0') })],
    ['in JSON of a line each', bytes(lines)],
    ['in a wrapper', bytes(JSON.stringify({ status: 'ok', har: HAR }))],
    ['in a list', bytes(JSON.stringify(ENTRIES))],
    [
      'in several files of an archive',
      zip({
        '1.har': bytes(JSON.stringify({ log: { entries: [ENTRIES[0]] } })),
        '2.har': bytes(JSON.stringify({ log: { entries: [ENTRIES[1]] } })),
      }),
    ],
    [
      'in a Playwright trace',
      zip({
        'trace.trace': bytes('{"type":"context-options"}\n'),
        'trace.network': bytes(
          ENTRIES.map((snapshot) => JSON.stringify({ type: 'resource-snapshot', snapshot })).join(
            '\n',
          ),
        ),
      }),
    ],
  ])('is read %s', (_, content) => {
    expect(urlsIn(content)).toEqual(URLS);
    expect(codesOf(content)).toEqual([]);
  });

  it('takes the bodies that stand beside it', () => {
    const content = { mimeType: 'application/json', _file: 'b.json' };
    const har = { log: { entries: [entry(URLS[0]!, { response: { status: 200, content } })] } };
    const { value } = read(
      zip({ 'har.har': bytes(JSON.stringify(har)), 'b.json': bytes('{"token":"t"}') }),
    );
    expect(JSON.stringify(value)).toContain(String.raw`"text":"{\"token\":\"t\"}"`);
  });

  it.each<[string, Uint8Array]>([
    ['as it is', bytes(TEXT.slice(0, -9))],
    ['in gzip, its text cut', gzipSync(TEXT.slice(0, -9))],
    ['in JSON of a line each', bytes(lines.slice(0, -9))],
    ['in an archive', zip({ 'a.har': bytes(TEXT.slice(0, -9)) })],
  ])('that was cut is read to its last whole entry, and says so: %s', (_, content) => {
    expect(urlsIn(content)).toEqual(URLS.slice(0, 1));
    expect(codesOf(content)).toEqual(['truncated']);
    expect(read(content).diagnoses[0]?.detail).toEqual({ count: 1 });
  });

  it('may be gzip that was cut', () => {
    const many = JSON.stringify({
      log: { entries: Array.from({ length: 500 }, (_, at) => entry(`https://a.test/${at * at}`)) },
    });
    const packed = gzipSync(many);
    const cut = packed.subarray(0, packed.length / 2);
    expect(urlsIn(cut).length).toBeGreaterThan(100);
    expect(codesOf(cut)).toEqual(['truncated']);
  });

  it('may be an archive that was cut', () => {
    const packed = zip({ 'a.har': bytes(TEXT), 'b.txt': bytes('x'.repeat(999)) });
    expect(urlsIn(packed.subarray(0, -60))).toEqual(URLS);
    expect(codesOf(packed.subarray(0, -60))).toEqual(['truncated']);
  });

  it('says how many lines are no JSON', () => {
    const { diagnoses } = read(bytes(lines.replace('\n', '\noops\n')));
    expect(diagnoses.map(({ code, detail }) => [code, detail])).toEqual([
      ['lines-left-out', { count: 1 }],
    ]);
  });
});

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

it('reads any bytes, or refuses them', () => {
  const starts: Uint8Array[] = [
    '',
    '{"log":{"entries":[',
    '[{',
    '<',
    'PK\x03\x04',
    '#HttpOnly_',
  ].map(bytes);
  const start = fc.constantFrom(
    ...starts,
    Uint8Array.of(0x1f, 0x8b, 8, 0),
    Uint8Array.of(0xff, 0xfe),
  );
  fc.assert(
    fc.property(
      start,
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(TEXT.length),
      (magic, rest, at) => {
        const damaged = Buffer.concat([bytes(TEXT.slice(0, at)), rest, bytes(TEXT.slice(at))]);
        for (const content of [new Uint8Array([...magic, ...rest]), damaged, gzipSync(damaged)]) {
          expect(refusalOf(content)?.length ?? 2).toBe(2);
        }
      },
    ),
  );
});

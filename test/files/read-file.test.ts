import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/engine/normalize/bodies/json-value.js';
import { read, ENTRIES, TEXT, bytes, utf16, zip, HAR, entry, refusalOf } from './small-har.js';

const urlsIn = (content: Uint8Array) => {
  const { log } = read(content).value as { log: { entries: { request: Json }[] } };
  return log.entries.map(({ request }) => request.url);
};

const codesOf = (content: Uint8Array) => read(content).diagnoses.map(({ code }) => code);
const URLS = ENTRIES.map(({ request }) => request.url);
const lines = ENTRIES.map((one) => JSON.stringify(one)).join('\n');

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

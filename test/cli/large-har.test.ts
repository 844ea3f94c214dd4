import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { generatedHar } from '../../bench/generated-har.js';
import { readInput } from '../../cli/input.js';
import { readLargeHar } from '../../cli/large-har.js';
import { readHar, type ReadHar } from '../../src/engine/normalize/sources/har.js';
import { Recording } from '../../src/recording/recording.js';
import { loginHar } from '../support/har-file.js';
import { jwtOf } from '../support/jose.js';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'large.har');
  writeFileSync(path, content);
  return path;
}

function readWhole(path: string): ReadHar {
  const { value, diagnoses } = readInput(path);
  const read = readHar(value);
  return { ...read, diagnoses: [...diagnoses, ...read.diagnoses] };
}

function reportOf({ exchanges, diagnoses }: ReadHar): string {
  const recording = Recording.fromExchanges(exchanges, { diagnoses });
  const source = { kind: 'har', url: recording.url || 'about:blank' } as const;
  return JSON.stringify(recording.report({ source, version: '1', reveal: true }));
}

interface Entry {
  pageref?: string;
  request: object;
  response: { content: object };
}

/** Its entries with other answers, in a file with these members of the log around them. */
function harWith(
  answer: (number: number) => object | undefined,
  before: object,
  after: object,
): string {
  const { log } = JSON.parse(loginHar(9)) as { log: { entries: Entry[] } };
  const entries = log.entries.map((entry, number) => {
    const content = answer(number) ?? entry.response.content;
    return { pageref: 'p1', ...entry, response: { ...entry.response, content } };
  });
  return JSON.stringify({ log: { version: '1.2', ...before, entries, ...after } });
}

const json = (value: unknown) => ({ mimeType: 'application/json', text: JSON.stringify(value) });
const page = (text: string) => ({ mimeType: 'text/html', text: `<!doctype html>${text}` });
const token = jwtOf({ sub: '1' });
const jws = {
  payload: 'eyJzdWIiOiIxIn0',
  signatures: [{ protected: 'eyJhbGciOiJIUzI1NiJ9', signature: 'c2lnbmF0dXJl' }],
};
const BODIES = [
  json({
    data: { access_token: token, expires_in: 60 },
    items: [{ id: 'a'.repeat(40), when: '2026-01-01T00:00:00Z' }],
  }),
  json({
    tokens: [{ credentialType: 'RefreshToken', secret: 'd41d8cd98f00b204e9800998ecf8427e' }],
  }),
  json({ envelope: jws, session: { password: 'secret word' } }),
  json({ access_token: token, token_type: 'bearer', error: '', scope: 'read' }),
  page(
    '<form action="/in"><input type="hidden" name="guard" value="0f3a9d7c5b1e8a42">' +
      '<input type="password" name="pw">',
  ),
  page(`<script>window.app = { csrf: '9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d' }</script>`),
  { mimeType: 'text/plain', text: 'not \\" json { [' },
];
const PAGES = [{ id: 'p1', title: 'https://shop.test/start' }];

const VARIED = harWith((number) => BODIES[number % BODIES.length], { pages: PAGES }, {});
const FILES: readonly (readonly [string, string | Buffer])[] = [
  ['a generated file', generatedHar(600_000)],
  ['bodies of every kind', VARIED],
  ['pages behind the entries', harWith(() => undefined, {}, { pages: PAGES })],
  ['no pages', harWith(() => undefined, {}, {})],
  ['a mask that may be a server’s', VARIED.replace(/"sid=[^"]*"/, '"sid=xxxxxxxxxxxx; Path=/"')],
  ['a byte order mark', `\uFEFF${VARIED}`],
  ['entries that are none', VARIED.replace('"entries":[', '"entries":[null,{"request":{}},7,')],
  ['gzip', gzipSync(VARIED)],
  ['a file that was cut', VARIED.slice(0, -VARIED.length / 3)],
  [
    'a file that is damaged',
    VARIED.replace('"status":200,"headers":[{"name":"Cookie"', '"status":200,,'),
  ],
  ['gzip that was cut', gzipSync(generatedHar(600_000)).subarray(0, 300_000)],
];

describe('a file that is read entry by entry', () => {
  it.each(FILES)('gives the report that it gives as a whole: %s', (_, content) => {
    const path = file(content);
    const read = readLargeHar(path, 0);
    expect(read).toBeDefined();
    expect(reportOf(read!)).toBe(reportOf(readWhole(path)));
  });

  it('is told to be damaged where its checksum does not fit', () => {
    const packed = gzipSync(VARIED);
    packed[packed.length - 8]! ^= 1;
    const path = file(packed);
    const codes = readLargeHar(path, 0)?.diagnoses.map(({ code }) => code);
    expect(codes).toEqual(readWhole(path).diagnoses.map(({ code }) => code));
    expect(codes).toContain('damaged');
  });

  it.each([
    ['a small one', VARIED, undefined],
    ['one that holds something else', '{"cookies":[]}', 0],
    ['one that is no HAR file of its own', `[${VARIED}]`, 0],
    ['one in UTF-16', Buffer.from(VARIED, 'utf16le'), 0],
    ['one that was cut before its first entry', '{"log":{"entries":[{"request":', 0],
    ['an empty one', '', 0],
  ])('is no other: %s', (_, content, large) => {
    expect(readLargeHar(file(content), large)).toBeUndefined();
  });

  it('is no file that is not there, and no standard input', () => {
    expect(readLargeHar(join(folder, 'none.har'), 0)).toBeUndefined();
    expect(readLargeHar('-', 0)).toBeUndefined();
    expect(readLargeHar(folder, 0)).toBeUndefined();
  });

  it('keeps no text that nothing was found in', () => {
    const items = Array.from({ length: 50 }, (_, n) => ({ id: `item-number-${n}-of-the-list` }));
    const har = harWith(() => json({ items, access_token: token }), {}, {});
    const fields = readLargeHar(file(har), 0)!.exchanges.flatMap(
      ({ response }) => response?.body?.fields ?? [],
    );
    expect(new Set(fields.map(({ pointer }) => pointer))).toEqual(new Set(['/access_token']));
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/engine/judging.js';
import {
  type ForeignKind,
  kindOfBytes,
  kindOfJson,
  kindOfNames,
  kindOfText,
} from '../../src/files/foreign-file.js';

const bytes = (latin1: string) => Uint8Array.from(latin1, (sign) => sign.charCodeAt(0));

describe('what a file is that cannot be opened', () => {
  it.each<[string, ForeignKind | undefined]>([
    ['\x89PNG\r\n\x1a\n', 'picture'],
    ['\xff\xd8\xff\xe0', 'picture'],
    ['GIF89a', 'picture'],
    ['PK\x03\x04', 'zip'],
    ['%PDF-1.7', 'pdf'],
    ['Nettrace\x14\0', 'net-trace'],
    ['\xac\xed\0\x05', 'charles'],
    ['\xfd7zXZ\0', 'archive'],
    ['BZh9', 'archive'],
    ['\xd4\xc3\xb2\xa1', 'capture'],
    ['\n\r\r\n\x1c\0\0\0', 'capture'],
    ['SQLite format 3\0', 'database'],
    ['\x7fELF\x02\x01\x01\0', 'binary'],
    ['{"log":{}}', undefined],
    ['\xef\xbb\xbf{}', undefined],
    ['', undefined],
  ])('by its first bytes: %j', (start, kind) => {
    expect(kindOfBytes(bytes(start))).toBe(kind);
  });

  it('is text where the zeros are those of its encoding', () => {
    expect(kindOfBytes(bytes('{\0}\0'), true)).toBeUndefined();
  });

  it.each<[string[], ForeignKind]>([
    [['raw/1_c.txt', '_index.htm'], 'fiddler'],
    [['0-meta.json'], 'charles'],
    [['trace.trace'], 'playwright-trace'],
    [['letter.docx'], 'zip'],
    [[], 'zip'],
  ])('by the names in it: %j', (names, kind) => {
    expect(kindOfNames(names)).toBe(kind);
  });

  it.each<[string, ForeignKind | undefined]>([
    ['<!DOCTYPE html><title>x', 'page'],
    ['\n <html lang="en">', 'page'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture'],
    ['<?xml version="1.0"?><log/>', 'xml'],
    ['<?xml version="1.0"?>\n<!DOCTYPE items [\n]><items burpVersion="2026.1">', 'burp'],
    ['1234:9:websocket;0:~8:response;', 'mitmproxy'],
    ['WARC/1.1\r\n', 'warc'],
    ['POST /login HTTP/1.1\r\nHost: shop.test', 'http-message'],
    ['HTTP/2 200\r\n', 'http-message'],
    ['10.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 1', 'log'],
    ['2026-01-01T00:00:00Z INFO started', 'log'],
    ['[2026-01-01 00:00:00] started', 'log'],
    ["curl 'https://shop.test/'", 'curl'],
    ['{"log":', undefined],
    ['hello', undefined],
  ])('by its text: %j', (source, kind) => {
    expect(kindOfText(source)).toBe(kind);
  });

  it.each<[unknown, ForeignKind | undefined]>([
    [{ traceEvents: [] }, 'trace'],
    [[{ ph: 'X', ts: 1, name: 'a' }], 'trace'],
    [{ snapshot: {}, nodes: [], edges: [] }, 'heap'],
    [{ version: 3, sources: [], mappings: '' }, 'source-map'],
    [{ version: '2.1.0', runs: [] }, 'sarif'],
    [{ info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/' } }, 'postman'],
    [DEFAULT_SETTINGS, 'settings'],
    [{ nodes: [], samples: [], timeDeltas: [] }, 'trace'],
    [{ version: 8, type: 'context-options' }, 'playwright-trace'],
    [{ constants: { logEventTypes: {} }, events: [] }, 'net-log'],
    [{ tool: { name: 'credtrail' }, schemaVersion: 2 }, 'report'],
    [{ name: 'e', values: [], _postman_variable_scope: 'environment' }, 'postman'],
    [{ _type: 'export', __export_format: 4, resources: [] }, 'insomnia'],
    [{ type: 'collection.insomnia.rest/5.0', collection: [] }, 'insomnia'],
    [{ openapi: '3.1.0', paths: {} }, 'openapi'],
    [{ lighthouseVersion: '12.0.0', audits: {} }, 'lighthouse'],
    [
      [{ status: 'COMPLETE', scheme: 'https', host: 'a.test', protocolVersion: 'HTTP/2' }],
      'charles',
    ],
    [{ info: null, tool: null, constants: null }, undefined],
    [{ log: {} }, undefined],
    [[], undefined],
    [[1], undefined],
    [null, undefined],
    ['text', undefined],
  ])('by its JSON: %j', (value, kind) => {
    expect(kindOfJson(value)).toBe(kind);
  });
});

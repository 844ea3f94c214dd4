import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/engine/judging.js';
import {
  type ForeignKind,
  kindOfBytes,
  kindOfJson,
  kindOfText,
} from '../../src/opened-file/foreign-file.js';

const bytes = (latin1: string) => Uint8Array.from(latin1, (sign) => sign.charCodeAt(0));

describe('what a file is that cannot be opened', () => {
  it.each<[string, ForeignKind | undefined]>([
    ['\x89PNG\r\n\x1a\n', 'picture'],
    ['\xff\xd8\xff\xe0', 'picture'],
    ['GIF89a', 'picture'],
    ['PK\x03\x04', 'zip'],
    ['%PDF-1.7', 'pdf'],
    ['\xd4\xc3\xb2\xa1', 'capture'],
    ['\n\r\r\n\x1c\0\0\0', 'capture'],
    ['SQLite format 3\0', 'database'],
    ['\x7fELF\x02\x01\x01\0', 'binary'],
    ['{"log":{}}', undefined],
    ['\xef\xbb\xbf{}', undefined],
    // UTF-16 has zeros, and is text.
    ['\xff\xfe{\0}\0', undefined],
    ['', undefined],
  ])('by its first bytes: %j', (start, kind) => {
    expect(kindOfBytes(bytes(start))).toBe(kind);
  });

  it.each<[string, ForeignKind | undefined]>([
    ['<!DOCTYPE html><title>x', 'page'],
    ['\n <html lang="en">', 'page'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture'],
    ['<?xml version="1.0"?><log/>', 'xml'],
    ['# Netscape HTTP Cookie File\n', 'cookies-text'],
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
    [[{ name: 'sid', value: 'x', domain: 'shop.test' }], 'cookies-json'],
    [{ log: {} }, undefined],
    [[], undefined],
    [[1], undefined],
    [null, undefined],
    ['text', undefined],
  ])('by its JSON: %j', (value, kind) => {
    expect(kindOfJson(value)).toBe(kind);
  });
});

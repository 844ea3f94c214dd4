import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileFault } from '../../src/messaging/opened-file.js';
import { FileFaultError, readJson } from '../../src/opened-file/read-json.js';

const read = async (content: BlobPart, most?: number) =>
  (await readJson(new Blob([content]), () => {}, most)).value;

async function faultOf(reading: Promise<unknown>): Promise<FileFault | undefined> {
  return reading.then(
    () => undefined,
    (error: unknown) => (error instanceof FileFaultError ? error.fault : undefined),
  );
}

describe('readJson', () => {
  it.each<[string, BlobPart]>([
    ['plain', '{"a":["ü"]}'],
    ['with a byte order mark', '\uFEFF{"a":["ü"]}'],
    ['gzipped', new Uint8Array(gzipSync('{"a":["ü"]}'))],
  ])('reads JSON %s', async (_, content) => {
    expect(await read(content)).toEqual({ a: ['ü'] });
  });

  it.each<[string, BlobPart, FileFault['fault']]>([
    ['an empty file', '', 'empty'],
    ['a file that was cut', '{"log":{"entries":[', 'cut'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'foreign'],
    ['damaged gzip data', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'packed'],
    ['gzip data that was cut', new Uint8Array(gzipSync('{"a":1}').subarray(0, 11)), 'packed'],
  ])('says what is wrong with %s', async (_, content, fault) => {
    expect(await faultOf(read(content))).toMatchObject({ fault });
  });

  it('never quotes what the file holds', async () => {
    const fault = await faultOf(read('{"sid":"very-secret-value",}'));
    expect(JSON.stringify(fault)).not.toContain('secret');
  });

  it.each([
    ['as it is', (text: string) => text],
    ['unpacked', (text: string) => new Uint8Array(gzipSync(text))],
  ])('refuses what is larger than the bound %s', async (_, packed) => {
    const text = JSON.stringify('x'.repeat(5_000));
    expect(await faultOf(read(packed(text), 5_001))).toMatchObject({ fault: 'large' });
    expect(await read(packed(text), 5_002)).toBe('x'.repeat(5_000));
  });

  it('tells each percent once, and the last', async () => {
    const told: number[] = [];
    await readJson(new Blob([JSON.stringify('x'.repeat(500_000))]), (percent) =>
      told.push(percent),
    );
    expect(told.at(-1)).toBe(100);
    expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
  });

  it('gives back any JSON, and fails in its own way alone', async () => {
    const isOurs = async (content: Uint8Array<ArrayBuffer>) =>
      (await faultOf(read(content))) !== undefined;
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.uint8Array(), async (json, bytes) => {
        expect(await read(json)).toEqual(JSON.parse(json));
        expect(await isOurs(new Uint8Array([0x7d, ...bytes]))).toBe(true);
        expect(await isOurs(new Uint8Array([0x1f, 0x8b, ...bytes]))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

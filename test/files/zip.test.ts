import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RefusedError } from '../../src/files/refused.js';
import { isLocked, isZip, unzipped } from '../../src/files/zip.js';
import { Seeded } from '../support/seeded.js';

const MOST = 1_000_000;
const noise = new Seeded('zip').bytes(40_000).toString('hex');
const ARCHIVE = zipSync({ 'a.har': strToU8('A'), 'b.html': strToU8(noise), 'c.har': strToU8('C') });
const isHar = (name: string) => name.endsWith('.har');
const told = (bytes: Uint8Array, most = MOST, wants = isHar) => {
  const { members, names, cut } = unzipped(bytes, wants, most);
  const files = [...members].map(([name, content]) => [name, Buffer.from(content).toString()]);
  return { files, names, cut };
};

function isReadOrRefused(bytes: Uint8Array): boolean {
  try {
    told(bytes, MOST, () => true);
    return true;
  } catch (error) {
    return error instanceof RefusedError;
  }
}

describe('an archive', () => {
  it('is known', () => {
    expect(isZip(ARCHIVE)).toBe(true);
    expect(isZip(zipSync({}))).toBe(true);
    expect(isZip(strToU8('PK of something'))).toBe(false);
    expect(isLocked(ARCHIVE)).toBe(false);
    expect(isLocked(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 1, 0]))).toBe(true);
  });

  it('gives what is wanted, and all names', () => {
    expect(told(ARCHIVE)).toEqual({
      files: [
        ['a.har', 'A'],
        ['c.har', 'C'],
      ],
      names: ['a.har', 'b.html', 'c.har'],
      cut: false,
    });
  });

  it('that was cut gives the files before', () => {
    const cut = told(ARCHIVE.subarray(0, ARCHIVE.length / 2));
    expect(cut).toMatchObject({ files: [['a.har', 'A']], cut: true });
    expect(cut.names).not.toContain('c.har');
    const half = told(ARCHIVE.subarray(0, ARCHIVE.length / 2), MOST, () => true);
    expect(noise.startsWith(half.files[1]![1]!)).toBe(true);
  });

  it('is bounded by what is wanted of it, whole or cut', () => {
    const bomb = zipSync({ 'a.har': new Uint8Array(5_000_000), 'b.txt': new Uint8Array(9) });
    const large = expect.objectContaining({ refusal: 'large' });
    expect(() => told(bomb)).toThrow(large);
    expect(() => told(bomb.subarray(0, -30))).toThrow(large);
    expect(told(bomb, MOST, (name) => name === 'b.txt').files).toHaveLength(1);
  });

  it('may not name the same bytes again and again', () => {
    const one = zipSync({ 'a.har': strToU8(noise) });
    const view = new DataView(one.buffer);
    const end = one.length - 22;
    const directory = one.subarray(view.getUint32(end + 16, true), end);
    const many = 60_000;
    const bytes = Buffer.concat([
      one.subarray(0, end - directory.length),
      ...Array.from({ length: many }, () => directory),
      one.subarray(end),
    ]);
    new DataView(bytes.buffer, bytes.byteOffset).setUint16(bytes.length - 14, many, true);
    expect(() => unzipped(bytes, () => true, MOST * MOST)).toThrow(
      expect.objectContaining({ refusal: 'packed' }),
    );
  });

  it('may be any bytes', () => {
    const changed = fc.array(fc.tuple(fc.nat(ARCHIVE.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(changed, fc.uint8Array(), (changes, rest) => {
        const bytes = Uint8Array.from(ARCHIVE);
        for (const [at, byte] of changes) bytes[at] = byte;
        for (const one of [bytes, new Uint8Array([0x50, 0x4b, 3, 4, ...rest])]) {
          expect(isReadOrRefused(one)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

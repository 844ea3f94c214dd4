import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate';
import { joined } from './inflate.js';
import { RefusedError } from './refused.js';

/** Files of an archive by their names. */
export type Members = ReadonlyMap<string, Uint8Array>;

/** So many files of an archive are looked at. */
const MOST_MEMBERS = 100_000;
/** Packed bytes that are unpacked at a time. */
const AT_ONCE = 16_384;

/** True for a ZIP archive (APPNOTE §4.3.7 and §4.3.16, an empty one). */
export function isZip([p, k, a, b]: Uint8Array): boolean {
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** True where its first file is encrypted (APPNOTE §4.4.4, bit 0). */
export function isLocked(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

/** The files of an archive that are wanted. */
export interface Unzipped {
  members: Members;
  /** Of all files. */
  names: readonly string[];
  /** It ends too early: files of it are missing. */
  cut: boolean;
}

/**
 * Unpacks the files of an archive whose names are wanted; of one that was cut, those that are
 * there.
 * @throws RefusedError where they are more than `most` bytes together
 */
export function unzipped(
  bytes: Uint8Array,
  wants: (name: string) => boolean,
  most: number,
): Unzipped {
  try {
    return { ...whole(bytes, wants, most), cut: false };
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    return { ...asFarAsItGoes(bytes, wants, most), cut: true };
  }
}

type Read = Omit<Unzipped, 'cut'>;

/** By its directory, which is at the end. */
function whole(bytes: Uint8Array, wants: (name: string) => boolean, most: number): Read {
  const names: string[] = [];
  let packed = 0;
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      // A directory can name the same bytes again and again.
      packed += size;
      if (names.length >= MOST_MEMBERS || packed > bytes.length)
        throw new RefusedError('packed', 'zip');
      names.push(name);
      if (!wants(name)) return false;
      unpacked += originalSize;
      if (unpacked > most) throw new RefusedError('large');
      return true;
    },
  });
  return { members: new Map(Object.entries(files)), names };
}

/** File by file from its beginning. */
function asFarAsItGoes(bytes: Uint8Array, wants: (name: string) => boolean, most: number): Read {
  const names: string[] = [];
  const parts = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  const take = (file: UnzipFile) => {
    if (names.length >= MOST_MEMBERS) throw new RefusedError('packed', 'zip');
    names.push(file.name);
    if (!wants(file.name)) return;
    const own: Uint8Array[] = [];
    parts.set(file.name, own);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > most) throw new RefusedError('large');
      own.push(chunk);
    };
    file.start();
  };
  const stream = new Unzip(take);
  stream.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += AT_ONCE)
      stream.push(bytes.subarray(at, at + AT_ONCE));
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    // Damaged from here on.
  }
  const members = new Map<string, Uint8Array>();
  for (const [name, own] of parts)
    members.set(
      name,
      joined(
        own,
        own.reduce((sum, { length }) => sum + length, 0),
      ),
    );
  return { members, names };
}

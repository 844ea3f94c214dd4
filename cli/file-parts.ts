import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Gunzip } from 'fflate';

const AT_ONCE = 1_048_576;
/** Packed bytes that are unpacked at a time: no more than 1,032 times as many come out of them. */
const PACKED_AT_ONCE = 16_384;
/**
 * What a file packed with gzip ends with (RFC 1952 §2.3.1): its checksum, and its size modulo 2³².
 */
const END = 8;

/**
 * A file part by part, unpacked where it is packed with gzip; a part is written over by the next.
 * It can be gone over again.
 */
export class FileParts implements Iterable<Uint8Array> {
  readonly #path: string;
  /** Its own checksum does not fit what was unpacked last. */
  isDamaged = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Bytes in it, as far as that can be told; 0 for what is no file, or cannot be read. */
  get size(): number {
    const stat = statSync(this.#path, { throwIfNoEntry: false });
    if (!stat?.isFile()) return 0;
    try {
      return this.#isPacked() ? Math.max(stat.size, this.#end().readUInt32LE(4)) : stat.size;
    } catch {
      return 0;
    }
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    if (this.#isPacked()) yield* this.#unpacked();
    else yield* this.#read(AT_ONCE);
  }

  #isPacked(): boolean {
    for (const part of this.#read(2)) return part[0] === 0x1f && part[1] === 0x8b;
    return false;
  }

  #end(): Buffer {
    const { size } = statSync(this.#path);
    for (const part of this.#read(END, Math.max(0, size - END))) return Buffer.from(part);
    return Buffer.alloc(END);
  }

  *#read(atOnce: number, from = 0): Generator<Uint8Array> {
    const file = openSync(this.#path, 'r');
    const buffer = new Uint8Array(atOnce);
    try {
      for (let at = from; ;) {
        const length = readSync(file, buffer, 0, atOnce, at);
        if (length === 0) return;
        yield buffer.subarray(0, length);
        at += length;
      }
    } finally {
      closeSync(file);
    }
  }

  *#unpacked(): Generator<Uint8Array> {
    const stream = new Gunzip();
    let parts: Uint8Array[] = [];
    let sum = 0;
    let length = 0;
    stream.ondata = (part) => void (part.length > 0 && parts.push(part));
    for (const packed of this.#read(PACKED_AT_ONCE)) {
      const isWhole = pushed(stream, packed);
      for (const part of parts) {
        sum = crc32(part, sum);
        length += part.length;
        yield part;
      }
      parts = [];
      if (!isWhole) break;
    }
    const end = this.#end();
    // Of several members (§2.2) each has its own; the sizes tell.
    this.isDamaged = length % 2 ** 32 === end.readUInt32LE(4) && sum !== end.readUInt32LE(0);
  }
}

/** False where it is damaged from here on. */
function pushed(stream: Gunzip, packed: Uint8Array): boolean {
  try {
    stream.push(packed.slice());
    return true;
  } catch {
    return false;
  }
}

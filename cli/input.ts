import { constants } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A file that cannot be used: one line that says which, what and where. */
export class InputError extends Error {}

/**
 * Reads a JSON file, gzipped or not, with or without a byte order mark, of at most so many bytes: a
 * JavaScript string cannot be longer.
 * @throws InputError
 */
export function readJsonFile(path: string, most = constants.MAX_STRING_LENGTH): unknown {
  const bytes = unpack(path, readBytes(path), most);
  if (bytes.length > most) throw new InputError(`${path}: ${tooLarge('it has', most)}`);
  const source = bytes.toString('utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(source);
  } catch (error) {
    // The engine's message may quote the file, and the file is full of secrets: keep the place only.
    const place = /(?:position|line) [\d]+(?: column \d+)?/.exec(String(error))?.[0];
    throw new InputError(
      `${path}: not JSON${place ? `, at ${place}` : ' (it ends too early or is empty)'}`,
    );
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  ERR_FS_FILE_TOO_LARGE: 'too large: it has more than the 2 GiB that can be read',
};

function tooLarge(does: string, most: number): string {
  const size = most < 1_048_576 ? `${most} bytes` : `${Math.floor(most / 1_048_576)} MiB`;
  return `too large: ${does} more than the ${size} that can be read at once`;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(`${path}: ${UNREADABLE[code] ?? `cannot be read (${code})`}`);
  }
}

function unpack(path: string, bytes: Buffer, most: number): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    const what = isLarge ? tooLarge('it unpacks to', most) : 'damaged gzip data';
    throw new InputError(`${path}: ${what}`);
  }
}

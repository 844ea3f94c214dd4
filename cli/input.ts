import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A file that cannot be used: one line that says which, what and where. */
export class InputError extends Error {}

/** Reads a JSON file, gzipped or not, with or without a byte order mark. @throws InputError */
export function readJsonFile(path: string): unknown {
  const source = unpack(path, readBytes(path))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
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

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(
      `${path}: ${code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`}`,
    );
  }
}

function unpack(path: string, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw new InputError(`${path}: damaged gzip data`);
  }
}

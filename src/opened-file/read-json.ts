import { readFile } from '../files/read-file.js';
import { RefusedError } from '../files/refused.js';
import type { FileValue } from '../files/text-value.js';
import type { FileFault } from '../messaging/opened-file.js';
import { inPercent } from './in-percent.js';

/** So many bytes are read at most: what is made of them takes several times as much memory. */
const MOST_BYTES = 256 * 1_048_576;
const MIB = 1_048_576;

/** Thrown where a file cannot be shown. */
export class FileFaultError extends Error {
  override name = 'FileFaultError';

  constructor(readonly fault: FileFault) {
    super(fault.fault);
  }
}

/**
 * Reads a file of any encoding and packing, slice by slice; `tell` is called with each new percent.
 * @throws FileFaultError
 */
export async function readJson(
  file: Blob,
  tell: (percent: number) => void,
  most = MOST_BYTES,
): Promise<FileValue> {
  if (file.size > most) throw tooLarge(most);
  const bytes = await bytesOf(file, tell);
  try {
    return readFile(bytes, most);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { refusal, detail } = error;
    if (refusal === 'large') throw tooLarge(most);
    throw new FileFaultError({ fault: refusal, ...(detail === undefined ? {} : { detail }) });
  }
}

function tooLarge(most: number): FileFaultError {
  return new FileFaultError({ fault: 'large', detail: String(Math.floor(most / MIB)) });
}

/** All bytes of a file; tells how much of it has been read. */
async function bytesOf(file: Blob, tell: (percent: number) => void): Promise<Uint8Array> {
  const tellPart = inPercent(tell);
  const reader = file.stream().getReader();
  const bytes = new Uint8Array(file.size);
  try {
    let read = 0;
    // By its reader: not every browser can loop over a stream.
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes.subarray(0, read);
      bytes.set(value, read);
      read += value.length;
      tellPart(read / file.size);
    }
  } catch {
    throw new FileFaultError({ fault: 'unreadable' });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

import type { FileFault } from '../messaging/opened-file.js';
import { kindOfBytes, kindOfText, TELLING } from './foreign-file.js';
import { inPercent } from './in-percent.js';

/** So much text is read at most: what is made of it takes several times as much memory. */
const MOST_CHARACTERS = 256 * 1_048_576;
const MIB = 1_048_576;

/** Thrown where a file cannot be shown. */
export class FileFaultError extends Error {
  override name = 'FileFaultError';

  constructor(readonly fault: FileFault) {
    super(fault.fault);
  }
}

const fault = (what: FileFault['fault'], detail?: string): FileFaultError =>
  new FileFaultError({ fault: what, ...(detail === undefined ? {} : { detail }) });

/**
 * Reads a JSON file, gzipped or not, with or without a byte order mark, slice by slice; `tell` is
 * called with each new percent.
 * @throws FileFaultError
 */
export async function readJson(
  file: Blob,
  tell: (percent: number) => void,
  most = MOST_CHARACTERS,
): Promise<unknown> {
  const text = await readText(file, tell, most);
  try {
    return JSON.parse(text);
  } catch (error) {
    const kind = kindOfText(text);
    if (kind) throw fault('foreign', kind);
    // The engine's message may quote the file, and the file is full of secrets: keep the place only.
    throw fault('json', /(?:position|line) \d+(?: column \d+)?/.exec(String(error))?.[0]);
  }
}

async function readText(
  file: Blob,
  tell: (percent: number) => void,
  most: number,
): Promise<string> {
  const start = await startOf(file);
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const kind = kindOfBytes(start);
  if (kind && !isGzip) throw fault('foreign', kind);
  const read = counted(file, tell);
  const bytes = isGzip ? read.pipeThrough(new DecompressionStream('gzip')) : read;
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let length = 0;
  try {
    for await (const slice of slicesOf(bytes)) {
      const part = decoder.decode(slice, { stream: true });
      length += part.length;
      if (length > most) throw fault('large', String(Math.floor(most / MIB)));
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof FileFaultError) throw error;
    throw fault(isGzip ? 'gzip' : 'unreadable');
  }
  return parts.join('') + decoder.decode();
}

async function startOf(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, TELLING).arrayBuffer());
  } catch {
    throw fault('unreadable');
  }
}

/** The bytes of a file; tells how much of it has gone through. */
function counted(
  file: Blob,
  tell: (percent: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let read = 0;
  const tellPart = inPercent(tell);
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(slice, controller) {
      read += slice.length;
      tellPart(read / file.size);
      controller.enqueue(slice);
    },
  });
  return file.stream().pipeThrough(counter);
}

/** By its reader: not every browser can loop over a stream. */
async function* slicesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

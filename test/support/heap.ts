import type { BackgroundWorker } from '../../browser/background-worker.js';

/** Else a snapshot holds only the beginning of a long text. For `launchExtension({ args })`. */
export const WHOLE_STRINGS = '--js-flags=--heap-snapshot-string-limit=536870911';

/** All that a worker's memory holds after a collection of garbage, as one text. */
export async function heapOf(worker: BackgroundWorker): Promise<string> {
  const chunks: string[] = [];
  const { client } = worker;
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  client.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.takeHeapSnapshot', {});
  await client.send('HeapProfiler.disable');
  client.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return chunks.join('');
}

/** So many characters of a secret are no accident. */
const PIECE = 12;

const ENCODED: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => Buffer.from(value).toString('hex'),
  // In base64 a text looks different with each place that it begins at.
  ...[0, 1, 2].map((shift) => (value: string) => {
    const text = Buffer.from(`${' '.repeat(shift)}${value}`).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, value.length + 1);
  }),
];

/** Names of the secrets of which a text holds a piece: as it is, in hex or in base64. */
export function foundIn(text: string, secrets: Readonly<Record<string, string>>): string[] {
  const isIn = (secret: string) =>
    ENCODED.flatMap((encode) => piecesOf(encode(secret))).some((piece) => text.includes(piece));
  return Object.keys(secrets).filter((name) => isIn(secrets[name]!));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + PIECE <= text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}

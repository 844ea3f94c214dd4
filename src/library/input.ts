import { isStorageState } from '../engine/normalize/sources/storage-state.js';
import { kindOfJson } from '../files/foreign-file.js';
import { isHar } from '../files/logs.js';
import { readFile } from '../files/read-file.js';
import { type Refusal, RefusedError } from '../files/refused.js';
import type { FileValue } from '../files/text-value.js';

/** A HAR file, or a state: as it was parsed, as text, or as bytes of any encoding and packing. */
export type Traffic = object | string | Uint8Array;

/**
 * What was given cannot be read, or is something else than was asked for. Nothing of it is quoted.
 */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
  /** What is wrong; of something else than was asked for `foreign`. */
  readonly reason: Refusal;
  /** What it is instead, where that is known: `burp`, `pcap`, `storage-state`. */
  readonly kind: string | undefined;

  constructor(reason: Refusal, kind?: string) {
    super(SENTENCES[reason] + (kind === undefined ? '' : ` (${kind})`));
    this.reason = reason;
    this.kind = kind;
  }
}

const SENTENCES: Readonly<Record<Refusal, string>> = {
  empty: 'it is empty',
  packed: 'it is packed, and damaged',
  large: 'it is too large',
  cut: 'it is cut off before its first whole entry',
  json: 'it is not JSON',
  har: 'it has no HAR entries (log.entries)',
  foreign: 'it is something else than was asked for',
};

/** So much a string of every engine can hold. */
const MOST_BYTES = 500_000_000;

/** A parsed HAR file, or a parsed state, from whatever it was given as. @throws UnreadableError */
export function valueOf(given: Traffic, wanted: 'har' | 'state'): FileValue {
  const read = readGiven(given);
  const fits = wanted === 'har' ? isHar(read.value) : isStorageState(read.value);
  if (fits) return read;
  const kind = isStorageState(read.value) ? 'storage-state' : kindOfJson(read.value);
  throw new UnreadableError(wanted === 'har' && kind === undefined ? 'har' : 'foreign', kind);
}

function readGiven(given: Traffic): FileValue {
  if (typeof given !== 'string' && !(given instanceof Uint8Array))
    return { value: given, diagnoses: [] };
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  try {
    return readFile(bytes, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new UnreadableError(error.refusal, error.detail);
  }
}

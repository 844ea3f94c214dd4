import { cutOff, damaged } from '../engine/normalize/sources/har-diagnoses.js';
import { attachBodies, lastPart, namesOfBodies } from './attached.js';
import { decodeText, hasWideSigns } from './encodings.js';
import { kindOfBytes, kindOfNames } from './foreign-file.js';
import { inflated } from './inflate.js';
import { isHar, joinedLogs, type Log } from './logs.js';
import { RefusedError } from './refused.js';
import { type FileValue, valueOfText } from './text-value.js';
import { isLocked, isZip, unzipped } from './zip.js';

/** A file in a file in a file: nobody packs more often. */
const MOST_PACKED = 3;

/**
 * Reads any file: plain, gzip, zlib or an archive of HAR files with the bodies beside them; in
 * UTF-8, UTF-16 or UTF-32. At most `most` bytes are unpacked of it.
 * @throws RefusedError
 */
export function readFile(bytes: Uint8Array, most: number, packed = MOST_PACKED): FileValue {
  if (bytes.length === 0) throw new RefusedError('empty');
  if (isZip(bytes)) {
    if (packed === 0) throw new RefusedError('foreign', 'zip');
    return valueOfZip(bytes, most, packed - 1);
  }
  const plain = packed > 0 ? inflated(bytes, most) : undefined;
  if (plain) {
    const read = readFile(plain.bytes, most, packed - 1);
    const isCut = read.diagnoses.some(({ code }) => code === 'truncated');
    if (!plain.isDamaged || isCut) return read;
    return { ...read, diagnoses: [damaged(), ...read.diagnoses] };
  }
  const kind = kindOfBytes(bytes, hasWideSigns(bytes));
  if (kind) throw new RefusedError('foreign', kind);
  return valueOfText(decodeText(bytes));
}

/** Files of an archive that hold requests by their names; else those that may. */
const NAMED: readonly RegExp[] = [
  /\.har(?:\.gz)?$|(?:^|[/.-])trace\.network$/i,
  /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i,
];
const ASIDE = /(?:^|\/)(?:__MACOSX\/|\.)/;

function valueOfZip(bytes: Uint8Array, most: number, packed: number): FileValue {
  if (isLocked(bytes)) throw new RefusedError('foreign', 'zip-locked');
  const { names, cut } = unzipped(bytes, () => false, most);
  const wanted = NAMED.map((pattern) =>
    names.filter((name) => pattern.test(name) && !ASIDE.test(name)),
  ).find(({ length }) => length > 0);
  if (!wanted)
    throw names.length > 0 || !cut ? foreignZip(names) : new RefusedError('packed', 'zip');
  const chosen = new Set(wanted);
  const { members } = unzipped(bytes, (name) => chosen.has(name), most);
  const read = [...members.values()].map((member) => orRefusal(member, most, packed));
  const values = read.filter((one): one is FileValue => !(one instanceof RefusedError));
  const log = joinedLogs(values.map(({ value }) => value).filter(isHar));
  const [first] = read;
  if (!log) throw read.length === 1 && first instanceof RefusedError ? first : foreignZip(names);
  attach(bytes, log, most);
  const diagnoses = values.flatMap((one) => one.diagnoses);
  const isTold = diagnoses.some(({ code }) => code === 'truncated');
  return {
    value: { log },
    diagnoses: cut && !isTold ? [...diagnoses, cutOff(log.entries.length)] : diagnoses,
  };
}

function orRefusal(bytes: Uint8Array, most: number, packed: number): FileValue | RefusedError {
  try {
    return readFile(bytes, most, packed);
  } catch (error) {
    if (error instanceof RefusedError && error.refusal !== 'large') return error;
    throw error;
  }
}

function foreignZip(names: readonly string[]): RefusedError {
  return new RefusedError('foreign', kindOfNames(names));
}

function attach(bytes: Uint8Array, log: Log, most: number): void {
  const bodies = new Set<string>();
  namesOfBodies(log, (name) => bodies.add(lastPart(name)));
  if (bodies.size === 0) return;
  attachBodies(log, unzipped(bytes, (name) => bodies.has(lastPart(name)), most).members);
}

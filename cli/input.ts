import { constants } from 'node:buffer';
import { readFileSync } from 'node:fs';
import messages from '../_locales/en/messages.json' with { type: 'json' };
import { kindOfJson } from '../src/files/foreign-file.js';
import { readFile } from '../src/files/read-file.js';
import { isHar, type Log } from '../src/files/logs.js';
import { type Refusal, RefusedError } from '../src/files/refused.js';
import type { FileValue } from '../src/files/text-value.js';
import { attachBeside } from './beside.js';

/** A file that cannot be used: one line that says which, what and where. */
export class InputError extends Error {}

/** The name for standard input, and where Node finds it. */
const STDIN = '-';
const STDIN_FILE = 0;

/** A file as a person knows it. */
export function nameOf(path: string): string {
  if (path === STDIN) return 'standard input';
  return path === '' ? '""' : path;
}

/**
 * Reads a file, or standard input, of any encoding and packing, of at most so many bytes: a
 * JavaScript string cannot be longer.
 * @throws InputError
 */
export function readInput(path: string, most = constants.MAX_STRING_LENGTH): FileValue {
  const bytes = readBytes(path);
  if (bytes.length > most) throw refused(path, tooLarge('it has', most));
  try {
    const read = readFile(bytes, most);
    if (path !== STDIN && isHar(read.value))
      attachBeside(path, (read.value as { log: Log }).log, most);
    return read;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { refusal, detail = '' } = error;
    throw refused(path, SENTENCES[refusal](detail, most));
  }
}

/** The refusal of a file, with its name. */
export function refused(path: string, sentence: string): InputError {
  return new InputError(`${nameOf(path)}: ${sentence}`);
}

/**
 * What a reader makes of a value; where it knows none such, what it is instead, or what is missing.
 * @throws InputError
 */
export function orInputError<T>(
  path: string,
  value: unknown,
  known: new () => Error,
  read: () => T,
): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof known)) throw error;
    const kind = kindOfJson(value);
    throw refused(path, kind ? foreignSentence(kind) : error.message);
  }
}

const SENTENCES: Readonly<Record<Refusal, (detail: string, most: number) => string>> = {
  empty: () => 'it is empty',
  packed: (packing) => `damaged ${packing} data: save or download it again`,
  large: (_, most) => tooLarge('it unpacks to', most),
  cut: () => 'cut off before its first whole entry: save or download it again',
  json: (place) => `not JSON${place && `, at ${place}`}: export it as HAR from DevTools or a proxy`,
  har: () => 'it has no HAR entries (log.entries): export it as HAR from DevTools or a proxy',
  foreign: foreignSentence,
};

/** What a file is instead, as the screens say it. */
export function foreignSentence(kind: string): string {
  const key = `ui_file_${kind.replaceAll('-', '_')}` as keyof typeof messages;
  return `this is ${messages[key].message}`;
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'you may not read it',
  ERR_FS_FILE_TOO_LARGE: 'too large: it has more than the 2 GiB that can be read',
};

function tooLarge(does: string, most: number): string {
  const size = most < 1_048_576 ? `${most} bytes` : `${Math.floor(most / 1_048_576)} MiB`;
  return `too large: ${does} more than the ${size} that can be read at once`;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === STDIN ? STDIN_FILE : path);
  } catch (error) {
    const code = codeOf(error);
    throw refused(path, UNREADABLE[code] ?? `cannot be read (${code})`);
  }
}

/** What Node calls a failure of the file system: `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

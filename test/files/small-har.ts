import { strToU8, type Zippable, zipSync } from 'fflate';
import { readFile } from '../../src/files/read-file.js';
import { RefusedError } from '../../src/files/refused.js';

/** So many bytes are read. */
export const MOST = 1_000_000;

/** One entry of a file. */
export const entry = (url: string, more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url, headers: [] },
  response: { status: 200, headers: [] },
  ...more,
});

export const ENTRIES = [entry('https://a.test/1'), entry('https://a.test/2')];
export const HAR = { log: { version: '1.2', entries: ENTRIES } };
export const TEXT = JSON.stringify(HAR);

export const bytes = (text: string) => strToU8(text);
export const zip = (files: Zippable) => zipSync(files);
export const read = (content: Uint8Array) => readFile(content, MOST);

/** How a file is refused; undefined where it is read. */
export const refusalOf = (content: Uint8Array) => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof RefusedError) return [error.refusal, error.detail];
    throw error;
  }
  return undefined;
};

export const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

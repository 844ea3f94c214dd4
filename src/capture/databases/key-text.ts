import { typeName } from './exact-json.js';

/**
 * A key of a record as it is shown and written: numbers, dates and lists as they are, and text in
 * quotes where it would be read as one of these. Bytes are told, and cannot be written.
 */
export function keyText(key: unknown): string {
  if (typeof key !== 'string') return written(key);
  return isOtherwiseRead(key) ? JSON.stringify(key) : key;
}

/** The key that a text means; undefined where it can be none. */
export function readKey(text: string): { key: IDBValidKey } | undefined {
  if (BYTES.test(text)) return undefined;
  if (!/^["[]/.test(text)) return { key: numberIn(text) ?? dateIn(text) ?? text };
  try {
    const key: unknown = JSON.parse(text);
    return isKey(key) ? { key } : undefined;
  } catch {
    return undefined;
  }
}

const BYTES = /^bytes:/;
/** So many bytes are told of a key. */
const BYTES_TOLD = 64;

function written(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key);
  if (typeName(key) === 'Date') return (key as Date).toISOString();
  if (Array.isArray(key)) return `[${key.map(written).join(',')}]`;
  if (typeName(key) === 'ArrayBuffer') return bytesText(new Uint8Array(key as ArrayBuffer));
  if (ArrayBuffer.isView(key))
    return bytesText(new Uint8Array(key.buffer, key.byteOffset, key.byteLength));
  return String(key);
}

function bytesText(bytes: Uint8Array): string {
  const told = Array.from(bytes.subarray(0, BYTES_TOLD), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return `bytes:${told.join('')}${bytes.length > BYTES_TOLD ? `…(${bytes.length})` : ''}`;
}

function isOtherwiseRead(text: string): boolean {
  return (
    /^["[]/.test(text) ||
    BYTES.test(text) ||
    numberIn(text) !== undefined ||
    dateIn(text) !== undefined
  );
}

function numberIn(text: string): number | undefined {
  const number = Number(text);
  return !Number.isNaN(number) && String(number) === text ? number : undefined;
}

function dateIn(text: string): Date | undefined {
  if (!/^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT[\d:.]+Z$/.test(text)) return undefined;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text ? date : undefined;
}

/** What of JSON may be a key: text, numbers, and lists of them. */
function isKey(value: unknown): value is IDBValidKey {
  return Array.isArray(value)
    ? value.every(isKey)
    : typeof value === 'string' || typeof value === 'number';
}

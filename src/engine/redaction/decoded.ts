import { decodeBase64, utf8 } from '../base64.js';
import { base64Like, bytesOfHex, hexOf } from '../values/bytes.js';
import { digestBeforeJson } from '../values/signatures/signed-forms.js';
import { packedText } from './packed.js';

/** A text that was found in an encoding, and how another one is put into the same. */
export interface Decoded {
  text: string;
  encode(text: string): string;
}

/** Shorter runs spell a text by chance. */
const MIN_BASE64 = 11;
const MIN_HEX = 16;
/** JSON and everything else that people and programs write. */
const PRINTABLE = /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/;
/** One sign in four or more that stands in no word says that bytes look like a text by chance. */
const IN_WORDS = /[\w\s"':,.{}[\]@/=&;|-]/g;

/** The text that a run is in base64, in hexadecimal, or packed and in base64; mostly none. */
export function decodedOf(run: string): Decoded | undefined {
  const bare = run.replace(/=+$/, '');
  // Cut off: of its last character six bits are nothing.
  if (bare.length % 4 === 1 && bare.length > MIN_BASE64 && !/^[0-9a-f]+$/i.test(run)) {
    const whole = fromBase64(bare.slice(0, -1));
    const rest = run.slice(bare.length - 1);
    return whole && { ...whole, encode: (text) => whole.encode(text).replace(/=+$/, '') + rest };
  }
  return fromHex(run) ?? fromBase64(run);
}

/** A text with its MAC before or behind it, which are no text as a whole. */
export interface Digested {
  text: string;
  /** In hexadecimal. */
  mac: string;
  encode(text: string, mac: string): string;
}

/** Lengths of HMAC with SHA-1, SHA-256 and SHA-512. */
const MAC_BYTES = [20, 32, 64];
/** Gorilla's securecookie: seconds since 1970, the value, and the MAC as bytes. */
const TIMED = /^\d{10}\|[\w+/=-]+\|$/;

/** What a run is in base64 of a text and of a MAC of it; mostly none. */
export function digestedOf(run: string): Digested | undefined {
  const before = digestBeforeJson(run);
  if (before)
    return {
      text: before.json,
      mac: hexOf(before.mac),
      encode: (text, mac) => base64Like(run, joined(bytesOfHex(mac), bytesOf(text))),
    };
  const bytes = run.startsWith('M') ? decodeBase64(run) : undefined;
  const from = MAC_BYTES.map((length) => (bytes?.length ?? 0) - length).find(
    (at) => bytes && at > 0 && TIMED.test(utf8(bytes.subarray(0, at)) ?? ''),
  );
  if (!bytes || from === undefined) return undefined;
  return {
    text: utf8(bytes.subarray(0, from)) ?? '',
    mac: hexOf(bytes.subarray(from)),
    encode: (text, mac) => base64Like(run, joined(bytesOf(text), bytesOfHex(mac))),
  };
}

function fromBase64(run: string): Decoded | undefined {
  const dot = run.startsWith('.') ? '.' : '';
  const bytes = run.length >= MIN_BASE64 ? decodeBase64(run.slice(dot.length)) : undefined;
  if (!bytes) return undefined;
  const write = (all: Uint8Array) => dot + base64Like(run, all);
  const text = readable(bytes);
  if (text !== undefined) return { text, encode: (other) => write(bytesOf(other)) };
  const packed = packedText(bytes);
  return packed === undefined || !isReadable(packed.text)
    ? undefined
    : { text: packed.text, encode: (other) => write(packed.pack(other)) };
}

function fromHex(run: string): Decoded | undefined {
  if (run.length < MIN_HEX || run.length % 2 === 1 || !/^[0-9a-f]+$/i.test(run)) return undefined;
  const text = readable(bytesOfHex(run));
  if (text === undefined) return undefined;
  const hex = (other: string) => hexOf(bytesOf(other));
  return { text, encode: (other) => (/[A-F]/.test(run) ? hex(other).toUpperCase() : hex(other)) };
}

function readable(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes);
  return text !== undefined && isReadable(text) ? text : undefined;
}

function isReadable(text: string): boolean {
  if (!PRINTABLE.test(text)) return false;
  return (text.match(IN_WORDS)?.length ?? 0) * 4 > text.length * 3;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.from([...one, ...other]);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

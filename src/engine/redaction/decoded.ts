import { decodeBase64, utf8 } from '../values/base64.js';
import { base64Like, bytesOfHex, hexOf } from '../values/bytes.js';
import { digestBeforeJson } from '../values/signatures/signed-forms.js';
import { inflateStart } from '../values/inflate.js';

/** A text that was found in an encoding, and how another one is put into the same. */
export interface Decoded {
  text: string;
  encode(text: string): string;
}

/** Shorter runs spell a text by chance. */
const MIN_BASE64 = 11;
const MIN_HEX = 16;
/** More than that comes of no token that is compressed. */
const MAX_INFLATED = 262_144;
/** JSON and everything else that people and programs write. */
const PRINTABLE = /^[\t\n\r\x20-\x7e\u00a0-\uffff]+$/;
/** One sign in four or more that stands in no word says that bytes look like a text by chance. */
const IN_WORDS = /[\w\s"':,.{}[\]@/=&;|-]/g;

/** The text that a run is in base64, in hexadecimal, or compressed and in base64; mostly none. */
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
  const inflated = zlibText(bytes);
  if (inflated !== undefined)
    return { text: inflated, encode: (other) => write(zlib(bytesOf(other))) };
  const xml = deflatedXml(bytes);
  return xml === undefined
    ? undefined
    : { text: xml, encode: (other) => write(stored(bytesOf(other))) };
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
  if (text === undefined || !PRINTABLE.test(text)) return undefined;
  return (text.match(IN_WORDS)?.length ?? 0) * 4 > text.length * 3 ? text : undefined;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  return Uint8Array.from([...one, ...other]);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** RFC 1950 §2.2. */
function zlibText(bytes: Uint8Array): string | undefined {
  const [method = 0, flags = 0] = bytes;
  if (method !== 0x78 || (method * 256 + flags) % 31 !== 0) return undefined;
  const inflated = inflateStart(bytes.subarray(2), MAX_INFLATED);
  return inflated && readable(inflated);
}

/** The redirect binding of SAML compresses without a head (SAML Bindings §3.4.4.1). */
function deflatedXml(bytes: Uint8Array): string | undefined {
  if (inflateStart(bytes, 1)?.[0] !== 0x3c) return undefined;
  const inflated = inflateStart(bytes, MAX_INFLATED);
  return inflated && readable(inflated);
}

function zlib(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([0x78, 0x01, ...stored(bytes), ...adler32(bytes)]);
}

/** Blocks that are not compressed (RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const MOST = 65_535;
  const out: number[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += MOST) {
    const part = bytes.subarray(at, at + MOST);
    const isLast = at + MOST >= bytes.length;
    out.push(isLast ? 1 : 0, part.length & 255, part.length >> 8);
    out.push(~part.length & 255, (~part.length >> 8) & 255, ...part);
  }
  return Uint8Array.from(out);
}

function adler32(bytes: Uint8Array): number[] {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return [b >> 8, b & 255, a >> 8, a & 255];
}

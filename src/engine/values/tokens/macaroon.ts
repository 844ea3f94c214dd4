import { decodeBase64 } from '../../base64.js';

const HMAC_BYTES = 32;
/** Field types of the second binary format. */
const LOCATION = 1;
const IDENTIFIER = 2;
const VERIFICATION_ID = 4;
const SIGNATURE = 6;
const END = 0;

/**
 * True for a macaroon in either binary serialisation of libmacaroons (doc/format.txt),
 * base64-encoded.
 */
export function isMacaroon(value: string): boolean {
  const bytes = value.length >= 40 ? decodeBase64(value) : undefined;
  return bytes !== undefined && (bytes[0] === 2 ? isVersion2(bytes) : isVersion1(bytes));
}

/**
 * Packets of four hexadecimal digits of length, key, space, value, line feed; `signature` comes
 * last.
 */
function isVersion1(bytes: Uint8Array): boolean {
  const keys: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const head = String.fromCharCode(...bytes.subarray(at, at + 24));
    const [, digits, key] = /^([0-9a-f]{4})([a-z]+) /.exec(head) ?? [];
    const length = parseInt(digits ?? '', 16);
    if (!key || length < 6 || at + length > bytes.length || bytes[at + length - 1] !== 10)
      return false;
    keys.push(key);
    at += length;
  }
  return keys[0] === 'location' && keys[1] === 'identifier' && keys.at(-1) === 'signature';
}

/** Version, location?, identifier, end, caveats, end, signature; numbers are base-128 varints. */
function isVersion2(bytes: Uint8Array): boolean {
  let identified = false;
  for (let at = 1; at < bytes.length;) {
    const type = bytes[at++]!;
    if (type === END) continue;
    const size = readVarint(bytes, at);
    if (!size || size.next + size.value > bytes.length) return false;
    at = size.next + size.value;
    if (type === SIGNATURE) return identified && size.value === HMAC_BYTES && at === bytes.length;
    if (type === IDENTIFIER) identified = true;
    else if (type !== LOCATION && type !== VERIFICATION_ID) return false;
  }
  return false;
}

function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return undefined;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  return undefined;
}

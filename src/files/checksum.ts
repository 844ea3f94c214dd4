/** CRC-32 (RFC 1952 §8), four bits at a time. */
const TABLE = Array.from({ length: 16 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 4; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum = TABLE[(sum ^ byte) & 15]! ^ (sum >>> 4);
    sum = TABLE[(sum ^ (byte >> 4)) & 15]! ^ (sum >>> 4);
  }
  return ~sum >>> 0;
}

/** Adler-32 (RFC 1950 §9). */
export function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length;) {
    // So many sums stay below 2³².
    for (const end = Math.min(at + 3_800, bytes.length); at < end; at++) b += a += bytes[at]!;
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}

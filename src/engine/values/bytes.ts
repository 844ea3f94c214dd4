/** Lower case. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of an even number of hexadecimal digits. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** In base64 as another value is written: its alphabet, and whether it is padded. */
export function base64Like(run: string, bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const padded = btoa(binary);
  const bare = run.endsWith('=') || run.length % 4 === 0 ? padded : padded.replace(/=+$/, '');
  return /[+/]/.test(run) ? bare : bare.replaceAll('+', '-').replaceAll('/', '_');
}

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes base64url or base64, padded or not; undefined where it is neither. */
export function decodeBase64(encoded: string): Uint8Array | undefined {
  if (!BASE64.test(encoded)) return undefined;
  const standard = encoded
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (standard.length % 4 === 1) return undefined;
  const binary = atob(standard);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/**
 * Decodes base64url-encoded UTF-8 text; undefined where it is not that. A byte order mark is
 * dropped.
 */
export function decodeBase64Text(encoded: string): string | undefined {
  const bytes = decodeBase64(encoded);
  return bytes && utf8(bytes);
}

/** Bytes as UTF-8 text; undefined where they are not. */
export function utf8(bytes: Uint8Array): string | undefined {
  // An exception costs a hundred times what a look does, and most random bytes fail at the first.
  if (!mayBeUtf8(bytes)) return undefined;
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Every byte begins a character or goes on with one (RFC 3629 §4); what they spell is not looked
 * at.
 */
function mayBeUtf8(bytes: Uint8Array): boolean {
  let due = 0;
  for (const byte of bytes) {
    if (byte >> 6 === 0b10 ? due === 0 : due > 0) return false;
    if (due > 0) due--;
    else if (byte >= 0x80) due = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte > 0xf4) return false;
  }
  return due === 0;
}

/** Bytes as text, one character for each (ISO 8859-1). */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

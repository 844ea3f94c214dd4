/** Decodes base64url or base64, padded or not; undefined where it is neither. */
export function decodeBase64(encoded: string): Uint8Array | undefined {
  const standard = encoded.replaceAll('-', '+').replaceAll('_', '/').replace(/={1,2}$/, '');
  if (standard.length % 4 === 1) return undefined;
  try {
    return Uint8Array.from(atob(standard), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Decodes base64url-encoded UTF-8 text; undefined where it is not that. */
export function decodeBase64Text(encoded: string): string | undefined {
  const bytes = decodeBase64(encoded);
  if (!bytes) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Base64url lengths of HMAC-SHA1, -SHA256, -SHA384 and -SHA512. */
const LENGTHS = new Set([27, 43, 64, 86]);
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** True for what an HMAC may be in base64url without padding (RFC 4648 §5). */
export function isMac(text: string): boolean {
  return LENGTHS.has(text.length) && BASE64URL.test(text);
}

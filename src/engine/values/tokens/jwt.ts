import type { DecodedJwt } from '../../model.js';
import { decodeJws } from './jws.js';

export { decodeJweHeader } from './jws.js';
export { findJwts, isJwt } from './find-jwts.js';

/**
 * Decodes a JWT that is a JWS in compact serialisation (RFC 7519 §3): its payload, or that of the
 * JWT nested in it, is a JSON object. No signature is verified.
 */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const jws = decodeJws(token);
  return jws?.claims && { header: jws.header, claims: jws.claims, unsigned: jws.unsigned };
}

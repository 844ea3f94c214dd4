import type { DecodedJwt } from '../model.js';
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

/** A claim as an instant (RFC 7519 §2 NumericDate: seconds) in milliseconds; undefined if absent or absurd. */
export function claimTime(claims: Record<string, unknown>, name: string): number | undefined {
  const value = claims[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const millis = value * 1000;
  return Math.abs(millis) <= 8.64e15 ? millis : undefined;
}

import type { DecodedJwt } from '../model.js';
import { decodeBase64Text } from './base64.js';

/** Tokens beyond this are not decoded: no header line carries them. */
const MAX_TOKEN = 65_536;
const SEGMENT = /^[A-Za-z0-9_-]+$/;

/**
 * Decodes a JWS in compact serialisation (RFC 7515 §7.1) by structure: three base64url segments,
 * the first two JSON objects, the first with a string `alg`. No signature is verified.
 */
export function decodeJwt(token: string): DecodedJwt | undefined {
  if (token.length > MAX_TOKEN) return undefined;
  const segments = token.split('.');
  if (segments.length !== 3) return undefined;
  const [head, payload, signature] = segments as [string, string, string];
  if (!SEGMENT.test(head) || !SEGMENT.test(payload)) return undefined;
  if (signature !== '' && !SEGMENT.test(signature)) return undefined;
  const header = decodeObject(head);
  if (!header || typeof header.alg !== 'string') return undefined;
  const claims = decodeObject(payload);
  if (!claims) return undefined;
  return { header, claims, unsigned: signature === '' };
}

/** Header of a JWE in compact serialisation (RFC 7516 §7.1): five segments, `alg` and `enc`. */
export function decodeJweHeader(token: string): Record<string, unknown> | undefined {
  if (token.length > MAX_TOKEN) return undefined;
  const segments = token.split('.');
  if (segments.length !== 5 || segments.some((s) => s !== '' && !SEGMENT.test(s))) return undefined;
  const header = decodeObject(segments[0]!);
  return header && typeof header.alg === 'string' && typeof header.enc === 'string' ? header : undefined;
}

/** A claim as an instant (RFC 7519 §2 NumericDate: seconds) in milliseconds; undefined if absent or absurd. */
export function claimTime(claims: Record<string, unknown>, name: string): number | undefined {
  const value = claims[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const millis = value * 1000;
  return Math.abs(millis) <= 8.64e15 ? millis : undefined;
}

/**
 * Every compact JWS or JWE in a text, in order, whatever stands around it. Linear: the text is cut
 * at each character that no token has, and each piece is looked at once.
 */
export function findJwts(source: string): string[] {
  if (source.length < 20 || !source.includes('.')) return [];
  const found: string[] = [];
  for (const piece of source.split(/[^A-Za-z0-9_.-]+/)) {
    if (piece.length >= 20 && isJwt(piece)) found.push(piece);
  }
  return found;
}

/** True for a compact JWS or JWE. */
export function isJwt(token: string): boolean {
  const dots = countDots(token);
  if (dots === 2) return decodeJwt(token) !== undefined;
  return dots === 4 && decodeJweHeader(token) !== undefined;
}

function countDots(token: string): number {
  let dots = 0;
  for (let at = token.indexOf('.'); at >= 0 && dots < 6; at = token.indexOf('.', at + 1)) dots++;
  return dots;
}

function decodeObject(segment: string): Record<string, unknown> | undefined {
  const json = decodeBase64Text(segment);
  if (json === undefined || json.trimStart()[0] !== '{') return undefined;
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

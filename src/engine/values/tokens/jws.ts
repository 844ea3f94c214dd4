import { decodeBase64, latin1, utf8 } from '../../base64.js';
import { parseBounded } from '../../normalize/bodies/bounded-json.js';
import { LIMITS } from '../../settings.js';

// Padding is forbidden (RFC 7515 §2), and a large cloud's load balancer sends it all the same.
const SEGMENT = /^[A-Za-z0-9_-]+={0,2}$/;
/** RFC 7797 §5.2: what an unencoded payload may hold in compact serialisation. */
const RAW_PAYLOAD = /^[\x20-\x2d\x2f-\x7e]*$/;
/** A nested JWT (RFC 7519 §3) in a nested JWT in a nested JWT; nobody goes deeper. */
const MAX_NESTED = 3;

export type JsonObject = Record<string, unknown>;

/** A JWS in compact serialisation, decoded and not verified. */
export interface DecodedJws {
  header: JsonObject;
  /** Text of the header and of the payload, for who wants to look closer. */
  headerText: string;
  /**
   * Absent where the payload is detached (RFC 7515 Appendix F). Not always JSON, nor always text.
   */
  payloadText?: string;
  /**
   * The payload where it is a JSON object: then the JWS is a JWT. Of a nested JWT the inner one's.
   */
  claims?: JsonObject;
  /** The third segment is empty. */
  unsigned: boolean;
}

/**
 * Decodes a JWS in compact serialisation (RFC 7515 §7.1) by structure: three base64url segments,
 * the first a JSON object with a string `alg`. What the payload holds is the application's affair.
 */
export function decodeJws(token: string, nested = 0): DecodedJws | undefined {
  const segments = segmentsOf(token, 3);
  if (!segments) return undefined;
  const [head, payload, signature] = segments as [string, string, string];
  const decoded = decodeHeader(head);
  if (!decoded || (signature !== '' && !SEGMENT.test(signature))) return undefined;
  const jws = { ...decoded, unsigned: signature === '' };
  if (payload === '') return jws;
  const payloadText = decoded.header.b64 === false ? rawPayload(payload) : decodeText(payload);
  if (payloadText === undefined) return undefined;
  const claims =
    parseObject(payloadText) ??
    (nested < MAX_NESTED ? decodeJws(payloadText, nested + 1)?.claims : undefined);
  return { ...jws, payloadText, ...(claims ? { claims } : {}) };
}

/** Header of a JWE in compact serialisation (RFC 7516 §7.1): five segments, `alg` and `enc`. */
export function decodeJweHeader(token: string): JsonObject | undefined {
  const segments = segmentsOf(token, 5);
  if (!segments) return undefined;
  const [head, key, iv, ciphertext, tag] = segments as [string, string, string, string, string];
  const header = decodeHeader(head)?.header;
  if (typeof header?.enc !== 'string' || !SEGMENT.test(ciphertext)) return undefined;
  return [key, iv, tag].every((segment) => segment === '' || SEGMENT.test(segment))
    ? header
    : undefined;
}

/** A JOSE header: base64url of a JSON object with a string `alg`. */
export function decodeHeader(
  segment: string,
): { header: JsonObject; headerText: string } | undefined {
  const headerText = decodeText(segment);
  const header = headerText === undefined ? undefined : parseObject(headerText);
  return headerText !== undefined && typeof header?.alg === 'string'
    ? { header, headerText }
    : undefined;
}

/** Old issuers encode Latin-1; strict UTF-8 (RFC 7519 §7.2) is tried first. */
function decodeText(segment: string): string | undefined {
  const bytes = SEGMENT.test(segment) ? decodeBase64(segment) : undefined;
  return bytes && (utf8(bytes) ?? latin1(bytes));
}

function rawPayload(payload: string): string | undefined {
  return RAW_PAYLOAD.test(payload) ? payload : undefined;
}

function segmentsOf(token: string, count: number): string[] | undefined {
  if (token.length > LIMITS.token) return undefined;
  const segments = token.split('.', count + 1);
  return segments.length === count ? segments : undefined;
}

function parseObject(json: string): JsonObject | undefined {
  if (json.trimStart()[0] !== '{') return undefined;
  try {
    return parseBounded(json) as JsonObject;
  } catch {
    return undefined;
  }
}

import { decodeBase64 } from '../../base64.js';
import { decodeJws } from '../tokens/jws.js';
import { type Signature, signature } from './signature.js';

/** RFC 7518 §3.2: the algorithms whose key is a secret, and the bytes of their signatures. */
const BYTES: ReadonlyMap<unknown, number> = new Map([
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
]);

/**
 * The signature of a JWS under a secret (RFC 7515 §5.1); undefined where it is no such signature.
 */
export function jwsSignature(token: string): Signature | undefined {
  const jws = decodeJws(token);
  const { alg, b64 } = jws?.header ?? {};
  const end = token.lastIndexOf('.');
  const mac = decodeBase64(token.slice(end + 1));
  // RFC 7797 §3 signs something else, and a detached payload is not at hand.
  if (!jws || b64 === false || jws.payloadText === undefined) return undefined;
  if (mac?.length !== BYTES.get(alg)) return undefined;
  return signature(String(alg), token.slice(0, end), mac);
}

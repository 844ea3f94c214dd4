import type { Format } from '../model.js';
import { joseJsonFormat } from './jose-json.js';
import { decodeJweHeader, decodeJws } from './jws.js';
import { knownIssuerOf } from './known-prefix.js';
import { isMacaroon } from './macaroon.js';
import { isPaseto } from './paseto.js';
import { isSaml } from './saml.js';
import { signerOf } from './signed.js';
import { unwrapPlain } from './unwrap.js';
import { LIMITS } from '../settings.js';

export { percentDecode } from './unwrap.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** `typ` of JWTs that prove possession of a key and are made anew for every request (RFC 9449 §4.2, DBSC). */
const PROOFS: ReadonlyMap<string, string> = new Map([
  ['dpop+jwt', 'DPoP proof'],
  ['dbsc+jwt', 'DBSC proof'],
]);

/** Format of a value, by structure before prefix; `issuer` names the framework or the service. */
export function formatOf(value: string): { format: Format; issuer?: string } {
  if (value.length > LIMITS.token) return { format: 'opaque' };
  const plain = unwrapPlain(value);
  const jws = decodeJws(plain);
  if (jws) return withIssuer('jwt', proofIssuer(jws.header.typ));
  if (decodeJweHeader(plain)) return { format: 'jwe' };
  const serialised = joseJsonFormat(plain);
  if (serialised) return { format: serialised };
  if (isPaseto(plain)) return { format: 'paseto' };
  if (UUID.test(plain)) return { format: 'uuid' };
  if (isSaml(plain)) return { format: 'saml' };
  if (isMacaroon(plain)) return { format: 'macaroon' };
  const signer = signerOf(plain);
  if (signer) return { format: 'signed', issuer: signer };
  const issuer = knownIssuerOf(plain);
  return withIssuer(issuer ? 'known-prefix' : 'opaque', issuer);
}

/** True for a JWT that proves possession of a key for one request: seen in passing, never a credential. */
export function isProof(token: string): boolean {
  return proofIssuer(decodeJws(token)?.header.typ) !== undefined;
}

function proofIssuer(typ: unknown): string | undefined {
  return typeof typ === 'string'
    ? PROOFS.get(typ.toLowerCase().replace(/^application\//, ''))
    : undefined;
}

function withIssuer(
  format: Format,
  issuer: string | undefined,
): { format: Format; issuer?: string } {
  return issuer === undefined ? { format } : { format, issuer };
}

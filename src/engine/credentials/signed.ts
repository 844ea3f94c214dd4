import type { Credential } from '../model.js';
import { hashOf } from '../values/hash.js';
import { decodeJws } from '../values/jws.js';
import { frameworkSignature, keygripSignature } from '../values/signatures/of-framework.js';
import { jwsSignature } from '../values/signatures/of-jws.js';
import type { Signature } from '../values/signatures/signature.js';
import { unwrapPlain } from '../values/unwrap.js';
import { innerToken } from './value-index.js';

/** What is known of how a credential's present value is signed. */
export interface Signed {
  /** SHA-256 of the value: by it a trial is found again. */
  readonly fingerprint: string;
  /** The algorithm that a JWS names, or the framework. */
  readonly scheme: string;
  /** Where a secret signs: what is to be tried. */
  readonly signature?: Signature;
  /** The JWS in the value. */
  readonly jws?: string;
}

/** How a credential is signed, among all; undefined where that is not known. */
export function signedOf(credential: Credential, all: readonly Credential[]): Signed | undefined {
  const { value, format, signs } = credential;
  if (signs !== undefined) return undefined;
  const fingerprint = hashOf(value);
  if (format === 'jwt') return signedJws(fingerprint, innerToken(value));
  const found =
    frameworkSignature(unwrapPlain(value), credential.name) ?? besideIt(credential, all);
  return found && { fingerprint, scheme: found.scheme, signature: found };
}

/** A JWT of which only a part is here, and one without a signature, tell nothing. */
function signedJws(fingerprint: string, jws: string): Signed | undefined {
  const decoded = decodeJws(jws);
  if (!decoded || decoded.unsigned) return undefined;
  const signature = jwsSignature(jws);
  const scheme = String(decoded.header['alg']);
  return { fingerprint, scheme, jws, ...(signature && { signature }) };
}

/** The signature that another cookie holds. */
function besideIt(
  { id, name, value }: Credential,
  all: readonly Credential[],
): Signature | undefined {
  const companion = all.find(({ signs }) => signs === id);
  return companion && keygripSignature(name, value, companion.value);
}

import type { Credential } from '../model.js';
import { hashOf } from '../values/hash.js';
import { decodeJws } from '../values/tokens/jws.js';
import { remembered } from '../memo.js';
import {
  frameworkSignature,
  keygripSignature,
  plainSignature,
} from '../values/signatures/of-framework.js';
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

/** Cookies that hold the signature of another one, by the id of that one. */
export type Companions = ReadonlyMap<string, Credential>;

export function companionsAmong(all: readonly Credential[]): Companions {
  return new Map(all.flatMap((one) => (one.signs === undefined ? [] : [[one.signs, one]])));
}

/** How a credential is signed; undefined where that is not known. */
export function signedOf(credential: Credential, companions: Companions): Signed | undefined {
  const { value, signs } = credential;
  if (signs !== undefined) return undefined;
  const own = signedByItself(credential);
  const signature = own ? undefined : besideIt(credential, companions);
  return own ?? (signature && { fingerprint: hashOf(value), scheme: signature.scheme, signature });
}

/** Read once from each value: a credential that changes is another object. */
const signedByItself = remembered((credential: Credential): Signed | undefined => {
  const { value, format } = credential;
  if (format === 'jwt') return signedJws(value);
  const signature = signatureOf(credential);
  return signature && { fingerprint: hashOf(value), scheme: signature.scheme, signature };
});

/** A JWT of which only a part is here, and one without a signature, tell nothing. */
function signedJws(value: string): Signed | undefined {
  const jws = innerToken(value);
  const decoded = decodeJws(jws);
  if (!decoded || decoded.unsigned) return undefined;
  const signature = jwsSignature(jws);
  const scheme = String(decoded.header['alg']);
  return { fingerprint: hashOf(value), scheme, jws, ...(signature && { signature }) };
}

/** Every format was told once already: what it is not is not looked for again. */
function signatureOf({ format, name, value }: Credential): Signature | undefined {
  if (format === 'signed') return frameworkSignature(unwrapPlain(value), name);
  return format === 'opaque' ? plainSignature(unwrapPlain(value)) : undefined;
}

/** The signature that another cookie holds. */
function besideIt({ id, name, value }: Credential, companions: Companions): Signature | undefined {
  const companion = companions.get(id);
  return companion && keygripSignature(name, value, companion.value);
}

import type { MessageKey } from '../words/i18n.js';
import type { Jwt } from './shown-jwt.js';

/** What a reader has to know of a token before its claims: the form decides what can be read. */
export type TokenKind = 'secret' | 'key' | 'unknown' | 'unsecured' | 'encrypted' | 'nested';

/** RFC 7519 §6: `none`; RFC 7516 §4.1.2: `enc`; RFC 7515 §4.1.10: `cty` of a token in a token. */
export function tokenKind({ header }: Pick<Jwt, 'header'>): TokenKind {
  const { alg, enc, cty } = header;
  if (typeof enc === 'string') return 'encrypted';
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') return 'unsecured';
  if (typeof cty === 'string' && /(?:^|[/+])jwt$/i.test(cty)) return 'nested';
  const name = typeof alg === 'string' ? alg : '';
  // RFC 7518 §3.2: who verifies with a secret could sign as well.
  if (/^HS\d/.test(name)) return 'secret';
  return BY_KEY.test(name) ? 'key' : 'unknown';
}

/**
 * What a public key verifies: RFC 7518 §3.1, RFC 8037 §3.1, RFC 8812 §3.2, RFC 9864 §2, FIPS 204.
 */
const BY_KEY = /^(?:RS|PS|ES)\d|^(?:EdDSA|Ed25519|Ed448|ML-DSA-\d+)$/;

/** A sentence of each kind. */
export const KIND_NOTES: Readonly<Record<TokenKind, MessageKey>> = {
  secret: 'ui_jwtBySecret',
  key: 'ui_jwtByKey',
  unknown: 'ui_jwtUnknownKey',
  unsecured: 'ui_jwtUnsecured',
  encrypted: 'ui_jwtEncrypted',
  nested: 'ui_jwtNested',
};

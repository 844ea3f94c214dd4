import { type MessageKey, t } from './i18n.js';

/** Families of JWS algorithms (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2) by who has what checks them. */
const BY_ALGORITHM: readonly (readonly [RegExp, MessageKey])[] = [
  [/^none$/i, 'ui_jwtUnsigned'],
  [/^HS\d/, 'ui_jwtNotVerified'],
  [/^(?:RS|PS|ES)\d|^(?:EdDSA|Ed25519|Ed448|ES256K|ML-DSA-\d+)$/, 'ui_jwtPublicKey'],
];

/** What a decoded token may be trusted for, by who could have made its signature. */
export function jwtNote({ header }: { header: Readonly<Record<string, unknown>> }): string {
  const alg = typeof header['alg'] === 'string' ? header['alg'] : '';
  const [, key = 'ui_jwtUnknownKey'] = BY_ALGORITHM.find(([fits]) => fits.test(alg)) ?? [];
  return t(key);
}

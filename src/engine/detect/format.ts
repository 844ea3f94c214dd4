import type { Format } from '../model.js';
import { decodeJweHeader, decodeJwt } from './jwt.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PASETO = /^v[1-4]\.(?:local|public)\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?$/;
const MACAROON = /^(?:MDA|AgE)[A-Za-z0-9_+/-]{20,}={0,2}$/;
/** Published prefixes of well-known issuers' keys and tokens. */
const KNOWN_PREFIX: readonly (readonly [RegExp, string])[] = [
  [/^gh[opsur]_[A-Za-z0-9]{20,}$/, 'GitHub'],
  [/^github_pat_\w{20,}$/, 'GitHub'],
  [/^glpat-[\w-]{20,}$/, 'GitLab'],
  [/^(?:sk|pk|rk)_(?:live|test)_\w{16,}$/, 'Stripe'],
  [/^xox[abeoprs]-[\w-]{10,}$/, 'Slack'],
  [/^AKIA[A-Z0-9]{16}$/, 'AWS'],
  [/^AIza[\w-]{35}$/, 'Google'],
  [/^ya29\.[\w-]{20,}$/, 'Google'],
  [/^SG\.[\w-]{16,}\.[\w-]{16,}$/, 'SendGrid'],
];
/** Values that a web framework signed or sealed, by their documented shape. */
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [/^s:[^.]+\.[A-Za-z0-9+/]{42,43}=?$/, 'Express'],
  [/^Fe26\.2\*/, 'iron-session'],
  [/^[A-Za-z0-9+/_-]+={0,2}--[0-9a-f]{40,64}$/, 'Rails'],
  [/^\.?eyJ[\w-]+\.[\w-]{5,8}\.[\w-]{27,43}$/, 'Flask'],
  [/^[\w-]+:[\w-]{6}:[\w-]{27,43}$/, 'Django'],
];

/** Format of a value, by structure before prefix; `issuer` names the framework or the service. */
export function formatOf(value: string): { format: Format; issuer?: string } {
  if (value.length > 65_536) return { format: 'opaque' };
  if (decodeJwt(value)) return { format: 'jwt' };
  if (decodeJweHeader(value)) return { format: 'jwe' };
  if (PASETO.test(value)) return { format: 'paseto' };
  if (UUID.test(value)) return { format: 'uuid' };
  const decoded = value.includes('%') ? percentDecode(value) : value;
  for (const [shape, issuer] of SIGNED) if (shape.test(decoded)) return { format: 'signed', issuer };
  for (const [shape, issuer] of KNOWN_PREFIX) if (shape.test(value)) return { format: 'known-prefix', issuer };
  if (MACAROON.test(value)) return { format: 'macaroon' };
  return { format: 'opaque' };
}

/** `decodeURIComponent` without the exception. */
export function percentDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

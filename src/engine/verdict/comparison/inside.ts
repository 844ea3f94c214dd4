import type { Credential, Millis } from '../../model.js';
import { parseJson } from '../../normalize/bodies/json-strings.js';
import type { Told } from '../../text.js';
import { decodeBase64Text } from '../../base64.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { percentDecode } from '../../values/format.js';
import { tellName } from '../../values/telling/redact.js';
import { holdsOf } from '../../values/holds.js';

// What a value says of itself, and what the places where it was seen say of its storage.

/** Of a token's claims, those that are named. */
export const MOST_CLAIMS = 8;

/** The names of the claims that everybody can read in it, JWT or not. */
export function claimsOf(credential: Credential): Told[] {
  const { jwt, value } = credential;
  const claims = jwt?.claims ?? (holdsOf(credential) === 'readable' ? plainClaims(value) : {});
  return Object.keys(claims).map((name) => tellName(name));
}

function plainClaims(value: string): Readonly<Record<string, unknown>> {
  const plain = percentDecode(value).split('.', 1)[0] ?? '';
  const data = parseJson(decodeBase64Text(plain) ?? plain);
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : {};
}

/** From `iat`, or else its first sight, to `exp` (RFC 7519 §4.1); undefined where it has none. */
export function ownLife({ jwt, issuedAt, cookie, firstSeen }: Credential): Millis | undefined {
  const ends = claimTime(jwt?.claims, 'exp');
  const began = claimTime(jwt?.claims, 'iat') ?? cookie?.setAt ?? issuedAt ?? firstSeen;
  return ends !== undefined && ends > began ? ends - began : undefined;
}

/** It was still sent after no storage had it any more: script has it elsewhere. */
export function leftStorage({ sightings }: Credential): boolean {
  const gone = sightings.flatMap(({ direction, goneAt }) =>
    direction === 'stored' ? [goneAt ?? Infinity] : [],
  );
  const lastGone = Math.max(...gone);
  return sightings.some(({ direction, lastAt }) => direction === 'sent' && lastAt > lastGone);
}

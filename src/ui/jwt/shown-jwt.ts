import { jwtDecode } from 'jwt-decode';
import type { ReportCredential } from '../../engine/report/report-credential.js';

/** A token's header and claims. */
export type Jwt = NonNullable<ReportCredential['jwt']>;

/**
 * What a person sees of a token: of the revealed value the whole header and all claims, else what
 * the report tells. A value that holds more than the token alone is left to the report as well.
 */
export function shownJwt(reported: Jwt, revealed: string | undefined): Jwt {
  return (revealed === undefined ? undefined : decoded(revealed)) ?? reported;
}

/** RFC 7519 §3: a token may hold a token; nobody nests them deeper. */
const DEEPEST = 3;

function decoded(token: string, nested = 0): Jwt | undefined {
  try {
    const header: unknown = jwtDecode(token, { header: true });
    if (!isObject(header)) return undefined;
    const claims = claimsOf(token) ?? (nested < DEEPEST ? innerOf(token, nested) : undefined);
    return claims && { header, claims };
  } catch {
    return undefined;
  }
}

/** JSON that is no object decodes as well, and is no set of claims (RFC 7519 §7.2). */
function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const claims: unknown = jwtDecode(token);
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function innerOf(token: string, nested: number): Record<string, unknown> | undefined {
  const inner = atob(token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '');
  return decoded(inner, nested + 1)?.claims;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

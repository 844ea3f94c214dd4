import { jwtDecode } from 'jwt-decode';
import type { ReportCredential } from '../engine/report/report.js';

/** A token's header and claims. */
export type Jwt = NonNullable<ReportCredential['jwt']>;

/**
 * What a person sees of a token: of the revealed value the whole header and all claims, else what
 * the report tells. A value that holds more than the token alone is left to the report as well.
 */
export function shownJwt(reported: Jwt, revealed: string | undefined): Jwt {
  return (revealed === undefined ? undefined : decoded(revealed)) ?? reported;
}

function decoded(token: string): Jwt | undefined {
  try {
    const header: unknown = jwtDecode(token, { header: true });
    const claims: unknown = jwtDecode(token);
    return isObject(header) && isObject(claims) ? { header, claims } : undefined;
  } catch {
    return undefined;
  }
}

/** JSON that is no object decodes as well, and is no set of claims (RFC 7519 §7.2). */
function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

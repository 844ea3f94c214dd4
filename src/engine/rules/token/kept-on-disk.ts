import type { Credential, Severity } from '../../model.js';
import { HOUR } from '../../time-units.js';

/** How bad it is that a token lies on disk where scripts can read it. */
export function severityOnDisk({ role, expiresAt, issuedAt, firstSeen }: Credential): Severity {
  if (role === 'id-token') return 'medium';
  const isShort = expiresAt !== undefined && expiresAt - (issuedAt ?? firstSeen) <= HOUR;
  return role === 'access-token' && isShort ? 'medium' : 'high';
}

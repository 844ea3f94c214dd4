import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import { type CredentialGroup, groupOf, selectCredentials } from './list-credentials.js';

interface Seen {
  credentials: readonly ReportCredential[];
  moments: readonly ReportEvent[];
}

/** Parts of the list whose credentials the browser may still have. */
export const STANDINGS = [
  'identifies',
  'logout',
  'session-lost',
] as const satisfies CredentialGroup[];
export type Standing = (typeof STANDINGS)[number];

/**
 * What identifies the user at a site now, or is left of a login that ended, the most telling first:
 * the weightiest of each role, and the others of these roles after all of them.
 */
export function identifyingAt(
  site: string,
  { credentials, moments }: Seen,
  standing: Standing = 'identifies',
): ReportCredential[] {
  const own = credentials.filter((one) => one.site === site && groupOf(one, moments) === standing);
  const roles = new Set<string>();
  const others: ReportCredential[] = [];
  const first = selectCredentials(own, '').filter((one) => {
    if (!roles.has(one.role)) return roles.add(one.role);
    others.push(one);
    return false;
  });
  return [...first, ...others];
}

import type { ReportCredential } from '../../engine/report/report-credential.js';
import { groupOf, selectCredentials } from './list-credentials.js';

/**
 * What identifies the user at a site now, the most telling first: the weightiest of each role, and
 * the others of these roles after all of them.
 */
export function identifyingAt(
  site: string,
  credentials: readonly ReportCredential[],
): ReportCredential[] {
  const own = credentials.filter((one) => one.site === site && groupOf(one) === 'identifies');
  const roles = new Set<string>();
  const others: ReportCredential[] = [];
  const first = selectCredentials(own, '').filter((one) => {
    if (!roles.has(one.role)) return roles.add(one.role);
    others.push(one);
    return false;
  });
  return [...first, ...others];
}

import type { Known } from '../../known.js';
import { sitesUsing } from '../../known-indexes.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { inClearText, toLocal } from '../sent.js';

/**
 * How bad it is that a password goes along in requests: by where it went. Sent once, for something
 * else that logs in, it is no worse than one that is posted.
 */
export function passwordSeverity(
  uses: readonly Sighting[],
  credential: Credential,
  known: Known,
): Severity {
  const abroad = uses.filter((one) => !toLocal(one));
  if (abroad.length === 0) return 'info';
  if (abroad.some(inClearText)) return 'critical';
  const count = uses.reduce((sum, one) => sum + one.count, 0);
  const isLogin = sitesUsing(credential).some((site) => known.ofSite(site).some(logsIn));
  return count === 1 && isLogin ? 'low' : 'medium';
}

import { roleFacts } from '../../engine/role-table.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent } from '../../engine/report/report-event.js';

/** How the login ended that a credential was part of. */
export type LoginEnd = 'logout' | 'session-lost';

type Moment = Pick<ReportEvent, 'type' | 'site' | 'credentialId'>;

/**
 * What ended the last login of what makes its holder the user; null where nobody was seen to log
 * out, or somebody logged in since. A browser may still have it: a guest's now, or one that works.
 * A password in a header and an API key know no logout.
 */
export function loginEnded(
  { id, site, role }: Pick<ReportCredential, 'id' | 'site' | 'role'>,
  moments: readonly Moment[],
): LoginEnd | null {
  if (!roleFacts(role).logsIn) return null;
  // The server did not know one session any more: of others that says nothing.
  const own = moments.filter(
    (one) => one.site === site && (one.type !== 'session-lost' || one.credentialId === id),
  );
  const last = own.at(-1)?.type;
  return last === 'logout' || last === 'session-lost' ? last : null;
}

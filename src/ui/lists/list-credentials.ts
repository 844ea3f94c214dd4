import { roleFacts, roleRank } from '../../engine/role-table.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import { label } from '../words/i18n.js';
import { loginEnded } from './login-ended.js';

/**
 * What identifies the user, what is still there though a logout or a loss ended the login, what did
 * and is over, and the rest.
 */
export const GROUPS = ['identifies', 'logout', 'session-lost', 'identified', 'others'] as const;
export type CredentialGroup = (typeof GROUPS)[number];

type Grouped = Pick<ReportCredential, 'id' | 'site' | 'role' | 'state'>;

/** Whether something is known to have ended it. */
export function isOver({ state }: Pick<ReportCredential, 'state'>): boolean {
  return state !== 'live' && state !== 'unknown';
}

/** In which part of the list a credential stands, by what happened to users at its site. */
export function groupOf(credential: Grouped, moments: readonly ReportEvent[]): CredentialGroup {
  if (!roleFacts(credential.role).identifies) return 'others';
  return isOver(credential) ? 'identified' : (loginEnded(credential, moments) ?? 'identifies');
}

/** The sites of credentials beside the one in front, as they come. */
export function sitesBehind(
  front: string | undefined,
  credentials: readonly Pick<ReportCredential, 'site'>[],
): string[] {
  return [...new Set(credentials.map(({ site }) => site))].filter((site) => site !== front);
}

/** Credentials in which every word occurs, the weightiest role first, what is over last. */
export function selectCredentials(
  credentials: readonly ReportCredential[],
  filter: string,
): ReportCredential[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return credentials
    .filter((one) => {
      const all = words.length > 0 ? wordsOf(one) : '';
      return words.every((word) => all.includes(word));
    })
    .toSorted(
      (a, b) =>
        Number(isOver(a)) - Number(isOver(b)) ||
        roleRank(a.role) - roleRank(b.role) ||
        b.sent - a.sent,
    );
}

/** As the model names things, and as the reader's language does. */
function wordsOf({ name, role, host, format, carriers, state }: ReportCredential): string {
  return [
    name,
    host,
    role,
    label('role', role),
    format,
    label('format', format),
    state,
    label('state', state),
    ...carriers.flatMap((carrier) => [carrier, label('carrier', carrier)]),
  ]
    .join('\n')
    .toLowerCase();
}

import type { Role, Severity } from '../../engine/model.js';
import { roleRank } from '../../engine/role-table.js';
import { severityRank } from '../../engine/severity.js';

const NOTHING_FOUND = Number.MAX_SAFE_INTEGER;

/**
 * Each role once, that of the credential with the worst finding first; of equally bad ones the
 * weightier role.
 */
export function weightiest(
  credentials: readonly { id: string; role: Role }[],
  worstOf: (id: string) => Severity | null,
): Role[] {
  const worst = new Map<Role, number>();
  for (const { id, role } of credentials) {
    const severity = worstOf(id);
    const rank = severity === null ? NOTHING_FOUND : severityRank(severity);
    worst.set(role, Math.min(rank, worst.get(role) ?? rank));
  }
  return [...worst]
    .toSorted(([a, rankOfA], [b, rankOfB]) => rankOfA - rankOfB || roleRank(a) - roleRank(b))
    .map(([role]) => role);
}

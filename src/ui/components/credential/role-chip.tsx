import type { Role } from '../../../engine/model.js';
import { roleFacts } from '../../../engine/role-table.js';
import { label } from '../../words/i18n.js';

/** A credential's role, coloured by what it means to hold it. */
export function RoleChip({ role }: { role: Role }) {
  return roleChip(role);
}

/** The same without a component of its own, for what is drawn in every row of a list. */
export function roleChip(role: Role) {
  return <span class={`chip role-${roleFacts(role).chip}`}>{label('role', role)}</span>;
}

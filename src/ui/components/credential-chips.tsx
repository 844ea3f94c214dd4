import type { Role } from '../../engine/model.js';
import { label } from '../i18n.js';
import { rolesByWeight } from '../../engine/role-table.js';
import { useStore } from '../store-context.js';
import { RoleChip } from './role-chip.js';

const SHOWN = 2;

/** The roles of some credentials, the weightiest first; those without room become a number. */
export function CredentialChips({ ids }: { ids: readonly string[] }) {
  const { credentials } = useStore();
  const roles = rolesByWeight(
    ids.flatMap((id): Role[] => {
      const credential = credentials.value.get(id);
      return credential ? [credential.role] : [];
    }),
  );
  const more = roles.slice(SHOWN);
  return (
    <span class="chips">
      {roles.slice(0, SHOWN).map((role) => (
        <RoleChip key={role} role={role} />
      ))}
      {more.length > 0 && (
        <span class="faint" title={more.map((role) => label('role', role)).join(', ')}>
          +{more.length}
        </span>
      )}
    </span>
  );
}

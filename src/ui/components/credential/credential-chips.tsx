import { label } from '../../words/i18n.js';
import { weightiest } from '../../lists/weightiest-roles.js';
import { useStore } from '../../store/store-context.js';
import { roleChip } from './role-chip.js';

/**
 * The roles of some credentials, those with the worst findings first. Two where there is room for
 * two names, else one; how many more there are is always said.
 */
export function CredentialChips({ ids }: { ids: readonly string[] }) {
  const { credentials, worstOf } = useStore();
  const roles = weightiest(
    ids.flatMap((id) => credentials.value.get(id) ?? []),
    worstOf,
  );
  const [first, second, ...rest] = roles;
  if (first === undefined) return <span class="chips" />;
  const names = roles.map((role) => label('role', role)).join(', ');
  return (
    <span class="chips" title={roles.length > 1 ? names : undefined}>
      {roleChip(first)}
      {second !== undefined && (
        <>
          <span class="second">
            {roleChip(second)}
            {rest.length > 0 && <span class="faint">+{rest.length}</span>}
          </span>
          <span class="instead faint">+{rest.length + 1}</span>
        </>
      )}
    </span>
  );
}

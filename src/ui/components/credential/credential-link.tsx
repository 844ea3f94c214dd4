import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { RoleChip } from './role-chip.js';

/** A credential's name that leads to it. Bare where the report does not know the id. */
export function CredentialLink({ id }: { id: string }) {
  const store = useStore();
  const credential = store.credentials.value.get(id);
  if (!credential) return <span class="faint">{t('ui_unknownCredential')}</span>;
  return (
    <button type="button" class="link" onClick={() => store.nav.openCredential(id)}>
      <RoleChip role={credential.role} /> <span class="mono">{credential.name}</span>
    </button>
  );
}

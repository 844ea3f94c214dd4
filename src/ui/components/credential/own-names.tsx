import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { isOwnName, LONGEST_NAME, OWN_ROLES, type OwnName } from '../../../engine/judging.js';
import { label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { RoleChip } from './role-chip.js';
import { LineInput } from '../line-input.js';

const EXAMPLE = 'app_session_*';

/** What the user says that cookies and tokens of some names are. */
export function OwnNames() {
  const { choices } = useStore();
  const { ownNames = [] } = choices.settings.value;
  return (
    <>
      <AddName />
      {ownNames.length === 0 && <p class="note">{t('ui_ownNamesNone')}</p>}
      <ul class="own-names" aria-label={t('ui_ownNames')}>
        {ownNames.map((one) => (
          <li key={`${one.name} ${one.site ?? ''}`}>
            <span class="mono" dir="ltr">
              {one.name}
            </span>{' '}
            <RoleChip role={one.role} />{' '}
            <span class="faint">{one.site ?? t('ui_ownNameEverywhere')}</span>{' '}
            <button
              type="button"
              class="link"
              aria-label={t('ui_siteRemoveOf', one.name)}
              onClick={() => void choices.unname(one)}
            >
              {t('ui_siteRemove')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is written of a name that is to be added, and the way to add it. */
function useNewName() {
  const { choices, front } = useStore();
  const name = useSignal('');
  const role = useSignal<OwnName['role']>('session');
  const here = useSignal(false);
  const isWrong = useSignal(false);
  const site = front.name.value;
  const add = async (event: Event) => {
    event.preventDefault();
    const written = name.value.trim();
    isWrong.value = !isOwnName(written);
    if (isWrong.value) return;
    const place = here.value && site !== undefined ? { site } : {};
    await choices.name({ name: written, role: role.value, ...place });
    if (!choices.failed.value) name.value = '';
  };
  return { name, role, here, isWrong, site, add };
}

function AddName() {
  const { name, role, here, isWrong, site, add } = useNewName();
  const id = useId();
  return (
    <form class="add-line" onSubmit={(event) => void add(event)}>
      <label>
        {t('ui_ownName')}{' '}
        <LineInput
          written={name}
          isWrong={isWrong}
          maxLength={LONGEST_NAME}
          placeholder={EXAMPLE}
          said={id}
        />
      </label>
      <ChooseRole role={role} />
      {site !== undefined && <HereOnly site={site} here={here} />}
      <button type="submit" class="button">
        {t('ui_add')}
      </button>
      <span class="note" id={id} role="status">
        {isWrong.value ? t('ui_ownNameWrong') : t('ui_ownNameHint')}
      </span>
    </form>
  );
}

function ChooseRole({ role }: { role: Signal<OwnName['role']> }) {
  return (
    <label>
      {t('ui_ownNameIs')}{' '}
      <select
        value={role.value}
        onChange={({ currentTarget }) => {
          role.value = OWN_ROLES.find((one) => one === currentTarget.value) ?? 'session';
        }}
      >
        {OWN_ROLES.map((one) => (
          <option key={one} value={one}>
            {label('role', one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Whether the name is meant at the site in front alone. */
function HereOnly({ site, here }: { site: string; here: Signal<boolean> }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={here.value}
        onChange={({ currentTarget }) => (here.value = currentTarget.checked)}
      />{' '}
      {t('ui_ownNameHere', site)}
    </label>
  );
}

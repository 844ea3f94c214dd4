import type { EditedCookie } from '../../../messaging/stored-entry.js';
import { fromLocalInput, toLocalInput } from '../../format/local-input.js';
import { t } from '../../words/i18n.js';
import { Field } from '../field.js';

interface Props {
  cookie: EditedCookie;
  set(changed: Partial<EditedCookie>): void;
}

const SAME_SITES = [
  ['unset', null],
  ['strict', 'Strict'],
  ['lax', 'Lax'],
  ['none', 'None'],
] as const;

/** All attributes of a cookie. */
export function CookieFields({ cookie, set }: Props) {
  return (
    <>
      <TextField label="Domain" value={cookie.domain} set={(domain) => set({ domain })} />
      <TextField label="Path" value={cookie.path} set={(path) => set({ path })} />
      <End cookie={cookie} set={set} />
      <SameSite cookie={cookie} set={set} />
      <TextField
        label="Partition"
        placeholder={t('ui_noPartition')}
        value={cookie.partition ?? ''}
        set={(partition) => set({ partition: partition || null })}
      />
      <Flags cookie={cookie} set={set} />
    </>
  );
}

interface TextFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  set(value: string): void;
}

function TextField({ label, placeholder, value, set }: TextFieldProps) {
  return (
    <Field label={label}>
      <input
        type="text"
        class="mono"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </Field>
  );
}

function SameSite({ cookie: { sameSite }, set }: Props) {
  return (
    <Field label="SameSite">
      <select
        value={sameSite}
        onChange={(event) => {
          const word = event.currentTarget.value;
          const chosen = SAME_SITES.find(([each]) => each === word);
          if (chosen) set({ sameSite: chosen[0] });
        }}
      >
        {SAME_SITES.map(([word, name]) => (
          <option key={word} value={word}>
            {name ?? t('ui_notSet')}
          </option>
        ))}
      </select>
    </Field>
  );
}

function End({ cookie: { expiresAt }, set }: Props) {
  return (
    <Field label="Expires">
      <input
        type="datetime-local"
        step={1}
        title={t('ui_expiresHint')}
        value={toLocalInput(expiresAt)}
        onInput={(event) => set({ expiresAt: fromLocalInput(event.currentTarget.value) })}
      />
    </Field>
  );
}

function Flags({ cookie, set }: Props) {
  const flags = [
    ['httpOnly', 'HttpOnly'],
    ['secure', 'Secure'],
    ['hostOnly', t('ui_entryHostOnly')],
  ] as const;
  return (
    <div class="field-flags">
      {flags.map(([flag, name]) => (
        <label key={flag}>
          <input
            type="checkbox"
            checked={cookie[flag]}
            onChange={(event) => set({ [flag]: event.currentTarget.checked })}
          />{' '}
          {name}
        </label>
      ))}
    </div>
  );
}

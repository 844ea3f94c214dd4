import type { EditedCookie } from '../../messaging/stored-entry.js';
import { fromLocalInput, toLocalInput } from '../local-input.js';
import { t } from '../i18n.js';
import { Field } from './field.js';

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
      <Field label="Domain">
        <input
          type="text"
          class="mono"
          spellcheck={false}
          value={cookie.domain}
          onInput={(event) => set({ domain: event.currentTarget.value })}
        />
      </Field>
      <Field label="Path">
        <input
          type="text"
          class="mono"
          spellcheck={false}
          value={cookie.path}
          onInput={(event) => set({ path: event.currentTarget.value })}
        />
      </Field>
      <End cookie={cookie} set={set} />
      <Field label="SameSite">
        <select
          value={cookie.sameSite}
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
      <Field label="Partition">
        <input
          type="text"
          class="mono"
          spellcheck={false}
          placeholder={t('ui_noPartition')}
          value={cookie.partition ?? ''}
          onInput={(event) => set({ partition: event.currentTarget.value || null })}
        />
      </Field>
      <Flags cookie={cookie} set={set} />
    </>
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

import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../../words/i18n.js';
import { verify } from '../../store/secret-checks.js';
import { useStore } from '../../store/store-context.js';
import { verificationWords } from '../../jwt/verification-words.js';
import type { Verification } from '../../jwt/verify-with-key.js';

interface Props {
  id: string;
  scheme: string;
  kid: string | null;
}

/** Verifies a signature with a key that the user pastes. It is kept nowhere. */
export function KeyCheck({ id, scheme, kid }: Props) {
  const { backend, tabId } = useStore();
  const field = useId();
  const pasted = useSignal('');
  const outcome = useSignal<Verification | null>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const asked = { backend, tabId, credentialId: id };
    if (pasted.value !== '') outcome.value = await verify(asked, pasted.value);
  };
  return (
    <details class="key-check">
      <summary>{t('ui_keyVerify')}</summary>
      <form onSubmit={(event) => void submit(event)}>
        <label for={field}>
          {kid === null ? t('ui_keyPaste', scheme) : t('ui_keyPasteFor', scheme, kid)}
        </label>
        <textarea
          id={field}
          rows={4}
          spellcheck={false}
          autocomplete="off"
          value={pasted.value}
          onInput={({ currentTarget }) => {
            pasted.value = currentTarget.value;
            outcome.value = null;
          }}
        />
        <button type="submit" class="button">
          {t('ui_keyDoVerify')}
        </button>{' '}
        <output class={outcome.value?.outcome ?? ''}>
          {outcome.value && verificationWords(outcome.value, scheme)}
        </output>
      </form>
    </details>
  );
}

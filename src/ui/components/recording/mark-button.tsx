import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent, TargetedToggleEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { LONGEST_MARK_NAME } from '../../../messaging/views.js';
import { t } from '../../words/i18n.js';
import { nextMarkName } from '../../store/next-mark-name.js';
import { useStore } from '../../store/store-context.js';
import { Icon } from '../icon.js';

/**
 * Marks this moment under a name. The browser closes the form on Escape and gives the focus back.
 */
export function MarkButton() {
  const store = useStore();
  const id = useId();
  const marked = useSignal('');
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t('ui_mark')}
        title={t('ui_markHint')}
        popoverTarget={id}
        disabled={!store.status.value}
      >
        <Icon name="flag" />
      </button>
      <MarkForm id={id} onMarked={(name) => (marked.value = name)} />
      <span class="off-screen" role="status">
        {marked.value !== '' && t('ui_marked', marked.value)}
      </span>
    </>
  );
}

interface FormProps {
  id: string;
  onMarked(name: string): void;
}

function MarkForm({ id, onMarked }: FormProps) {
  const { form, input, suggestName, mark } = useMarking(onMarked);
  return (
    <form
      ref={form}
      id={id}
      class="mark-form"
      popover="auto"
      aria-label={t('ui_mark')}
      onBeforeToggle={suggestName}
      onSubmit={(event) => void mark(event)}
    >
      <label for={`${id}-name`}>{t('ui_markName')}</label>
      <input
        ref={input}
        id={`${id}-name`}
        type="text"
        maxLength={LONGEST_MARK_NAME}
        autocomplete="off"
        autofocus
        required
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="submit" class="button primary">
        {t('ui_markDo')}
      </button>
    </form>
  );
}

/** Suggests a name where the form is opened, and closes it when the moment is marked. */
function useMarking(onMarked: FormProps['onMarked']) {
  const store = useStore();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const suggestName = ({ newState }: TargetedToggleEvent<HTMLFormElement>) => {
    if (newState !== 'open' || !input.current) return;
    input.current.value = nextMarkName(store.marked.all.peek(), store.story.peek().moments);
  };
  const mark = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = input.current?.value.trim() ?? '';
    if (name === '' || !(await store.mark(name))) return;
    onMarked(name);
    form.current?.hidePopover();
  };
  return { form, input, suggestName, mark };
}

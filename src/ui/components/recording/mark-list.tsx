import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LONGEST_MARK_NAME, type MarkView } from '../../../messaging/views.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { Icon, type IconName } from '../icon.js';
import { MomentTime } from './moment-time.js';

/** The marked moments, to be named and taken away. */
export function MarkList() {
  const { backend, marked } = useStore();
  if (backend.isFile) return null;
  return (
    <ul class="mark-list" aria-label={t('ui_marks')}>
      {marked.all.value.map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
    </ul>
  );
}

function Mark({ mark }: { mark: MarkView }) {
  const { marked } = useStore();
  const isRenamed = useSignal(false);
  const { id, name, at } = mark;
  const end = (newName: string | null) => {
    isRenamed.value = false;
    const given = newName?.trim() ?? '';
    if (given !== '' && given !== name) void marked.rename(id, given);
  };
  return (
    <li>
      <Icon name="flag" />
      {isRenamed.value ? (
        <NameField name={name} end={end} />
      ) : (
        <span class="mark-name" onDblClick={() => (isRenamed.value = true)}>
          {name}
        </span>
      )}
      <MomentTime class="faint" at={at} />
      <Action
        icon="edit"
        name={t('ui_markRename', name)}
        onClick={() => (isRenamed.value = true)}
      />
      <Action
        icon="delete"
        name={t('ui_markDelete', name)}
        onClick={() => void marked.delete(id)}
      />
    </li>
  );
}

interface ActionProps {
  icon: IconName;
  name: string;
  onClick(): void;
}

function Action({ icon, name, onClick }: ActionProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

interface FieldProps {
  name: string;
  /** Null: the old name stays. */
  end(name: string | null): void;
}

/** Enter takes the new name, Escape leaves the old one, and neither does anything else. */
function NameField({ name, end }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  // What ends it takes the field away, which loses the focus once more.
  const isOver = useRef(false);
  const endOnce = (given: string | null) => {
    if (!isOver.current) end(given);
    isOver.current = true;
  };
  useLayoutEffect(() => input.current?.select(), []);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.isComposing) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const button = event.currentTarget.closest('li')?.querySelector('button');
    endOnce(event.key === 'Enter' ? event.currentTarget.value : null);
    button?.focus();
  };
  return (
    <input
      ref={input}
      type="text"
      aria-label={t('ui_markNewName', name)}
      maxLength={LONGEST_MARK_NAME}
      autocomplete="off"
      defaultValue={name}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget }) => endOnce(currentTarget.value)}
    />
  );
}

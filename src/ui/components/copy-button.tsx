import { useSignal } from '@preact/signals';
import { copyText } from '../page/clipboard.js';
import { t } from '../words/i18n.js';
import { Icon } from './icon.js';

interface Props {
  name: string;
  /** The text, or a way to get it; null where it is not to be had. */
  text: string | (() => Promise<string | null>);
  /** True: the name is visible beside the icon. */
  labelled?: boolean;
}

/** Copies a text, and says for a moment whether it did. */
export function CopyButton({ name, text, labelled = false }: Props) {
  const outcome = useSignal<'none' | 'done' | 'failed'>('none');
  const copy = async () => {
    const value = typeof text === 'string' ? text : await text();
    const copied = value !== null && (await copyText(value));
    outcome.value = copied ? 'done' : 'failed';
    setTimeout(() => {
      outcome.value = 'none';
    }, 1500);
  };
  const said = { none: name, done: t('ui_copied'), failed: t('ui_copyFailed') }[outcome.value];
  return (
    <button
      type="button"
      class={labelled ? 'button' : 'icon-button'}
      aria-label={labelled ? undefined : said}
      title={labelled ? undefined : said}
      onClick={() => void copy()}
    >
      <Icon name={outcome.value === 'done' ? 'check' : 'copy'} />
      {labelled && <span aria-live="polite">{said}</span>}
    </button>
  );
}

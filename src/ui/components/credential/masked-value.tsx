import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../words/i18n.js';
import type { Secret } from '../../store/revealed-values.js';
import { useStore } from '../../store/store-context.js';
import { CopyButton } from '../copy-button.js';
import { Icon } from '../icon.js';

interface Props {
  preview: string;
  secret: Secret;
  /** Shown below the buttons, in the place of the value. */
  children?: ComponentChildren;
}

/** A value behind its mask, with buttons to show it and to copy it unseen. */
export function MaskedValue({ preview, secret, children }: Props) {
  const { revealed, backend } = useStore();
  const gone = useSignal(false);
  const value = revealed.get(secret);
  const toggle = async () => {
    if (value === undefined) gone.value = !(await revealed.show(secret));
    else revealed.hide(secret);
  };
  return (
    <div class="masked-value">
      {!children && (
        <code class={value === undefined ? 'masked' : 'raw'} data-testid="value">
          {value ?? preview}
        </code>
      )}
      {backend.holds !== 'report' && <Buttons {...{ value, secret, toggle }} />}
      {gone.value && <span class="note">{t('ui_valueGone')}</span>}
      {children}
    </div>
  );
}

interface ButtonsProps extends Pick<Props, 'secret'> {
  value: string | undefined;
  toggle(): Promise<void>;
}

function Buttons({ value, secret, toggle }: ButtonsProps) {
  const { revealed } = useStore();
  const action = value === undefined ? t('ui_reveal') : t('ui_hide');
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={action}
        aria-pressed={value !== undefined}
        title={action}
        onClick={() => void toggle()}
      >
        <Icon name={value === undefined ? 'show' : 'hide'} />
      </button>
      <CopyButton name={t('ui_copyValue')} text={() => revealed.fetch(secret)} />
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PolicyName } from '../../messaging/options.js';
import { t } from '../words/i18n.js';
import { useStore } from '../store/store-context.js';
import { Icon } from './icon.js';

interface Props {
  /** What is set here. */
  name: PolicyName;
  children: ComponentChildren;
}

/** Controls that nobody can use where the organisation has set what they choose. */
export function Lockable({ name, children }: Props) {
  const { options } = useStore();
  const id = useId();
  const isLocked = options.isLocked(name);
  return (
    <div
      class={isLocked ? 'lockable is-locked' : 'lockable'}
      role="group"
      data-setting={name}
      aria-describedby={isLocked ? id : undefined}
    >
      {isLocked && (
        <p class="by-organisation" id={id}>
          <Icon name="lock" /> {t('ui_byOrganisation')}
        </p>
      )}
      <fieldset class="plain" disabled={isLocked}>
        {children}
      </fieldset>
    </div>
  );
}

import { useRef } from 'preact/hooks';
import type { Screen } from '../../navigation/place.js';
import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { AsideButton } from '../aside-button.js';

/** Shows the settings, and when pressed again the screen from which they were opened. */
export function SettingsButton() {
  const { nav } = useStore();
  const shown = nav.screen.value;
  const before = useRef<Screen>('overview');
  if (shown !== 'settings') before.current = shown;
  return (
    <AsideButton
      screen="settings"
      icon="gear"
      name={t('ui_settings')}
      title={t('ui_settings')}
      press={(isOpen) => nav.show(isOpen ? before.current : 'settings')}
    />
  );
}

import { useRef } from 'preact/hooks';
import { t } from '../i18n.js';
import type { Screen } from '../place.js';
import { useStore } from '../store-context.js';
import { Icon } from './icon.js';
import { panelId, tabId } from './tab-list.js';

/** Shows the settings, and when pressed again the screen from which they were opened. */
export function SettingsButton() {
  const store = useStore();
  const shown = store.nav.screen.value;
  const before = useRef<Screen>('overview');
  const isOpen = shown === 'settings';
  if (!isOpen) before.current = shown;
  return (
    <button
      type="button"
      id={tabId('settings')}
      class="icon-button"
      aria-label={t('ui_settings')}
      title={t('ui_settings')}
      aria-pressed={isOpen}
      aria-controls={isOpen ? panelId('settings') : undefined}
      onClick={() => store.nav.show(isOpen ? before.current : 'settings')}
    >
      <Icon name="gear" />
    </button>
  );
}

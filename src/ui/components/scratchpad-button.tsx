import { t } from '../i18n.js';
import { useStore } from '../store-context.js';
import { Icon } from './icon.js';
import { panelId, tabId } from './tab-list.js';

/** Opens the scratchpad; when pressed again, goes back to where it was opened. */
export function ScratchpadButton() {
  const { nav } = useStore();
  const isOpen = nav.screen.value === 'scratchpad';
  const press = () => {
    if (!isOpen) nav.openScratchpad();
    else if (nav.canGoBack.peek()) nav.back();
    else nav.show('overview');
  };
  return (
    <button
      type="button"
      id={tabId('scratchpad')}
      class="icon-button"
      aria-label={t('ui_scratchpad')}
      title={t('ui_scratchpadHint')}
      aria-pressed={isOpen}
      aria-controls={isOpen ? panelId('scratchpad') : undefined}
      onClick={press}
    >
      <Icon name="token" />
    </button>
  );
}

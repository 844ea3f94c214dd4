import { t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { AsideButton } from '../aside-button.js';

/** Opens the scratchpad; when pressed again, goes back to where it was opened. */
export function ScratchpadButton() {
  const { nav } = useStore();
  const press = (isOpen: boolean) => {
    if (!isOpen) nav.openScratchpad();
    else if (nav.canGoBack.peek()) nav.back();
    else nav.show('overview');
  };
  return (
    <AsideButton
      screen="scratchpad"
      icon="token"
      name={t('ui_scratchpad')}
      title={t('ui_scratchpadHint')}
      press={press}
    />
  );
}

import { t } from '../words/i18n.js';
import type { MenuGroup } from '../menu/menus.js';
import { useStore } from '../store/store-context.js';
import { Icon } from './icon.js';

interface Props {
  groups: () => readonly MenuGroup[];
  /** As a link among others. */
  plain?: boolean;
}

/** Opens the menu of all that something can be copied as. */
export function CopyMenuButton({ groups, plain = false }: Props) {
  const { menus } = useStore();
  return (
    <button
      type="button"
      class={plain ? 'link' : 'button copy-as'}
      aria-haspopup="menu"
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        menus.open({ name: t('ui_copyAs'), groups: groups(), at: { x: left, y: bottom } });
      }}
    >
      {!plain && <Icon name="copy" />} {t('ui_copyAs')}
    </button>
  );
}

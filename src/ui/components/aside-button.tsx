import type { ASIDE } from '../navigation/place.js';
import { useStore } from '../store/store-context.js';
import { Icon, type IconName } from './icon.js';
import { panelId, tabId } from './tab-list.js';

interface Props {
  screen: (typeof ASIDE)[number];
  icon: IconName;
  name: string;
  title: string;
  /** Opens the screen, or leaves it where it is open. */
  press(isOpen: boolean): void;
}

/** The button of a screen that has no tab. */
export function AsideButton({ screen, icon, name, title, press }: Props) {
  const isOpen = useStore().nav.screen.value === screen;
  return (
    <button
      type="button"
      id={tabId(screen)}
      class="icon-button"
      aria-label={name}
      title={title}
      aria-pressed={isOpen}
      aria-controls={isOpen ? panelId(screen) : undefined}
      onClick={() => press(isOpen)}
    >
      <Icon name={icon} />
    </button>
  );
}

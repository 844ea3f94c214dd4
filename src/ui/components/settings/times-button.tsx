import type { TargetedMouseEvent } from 'preact';
import { type MessageKey, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';
import { TIME_MODES, type TimeMode } from '../../format/times.js';
import { Icon } from '../icon.js';

const NAMES: Readonly<Record<TimeMode, MessageKey>> = {
  clock: 'ui_timesClock',
  start: 'ui_timesStart',
  ago: 'ui_timesAgo',
};

/** Chooses how all screens tell time. */
export function TimesButton() {
  const { menus, times } = useStore();
  const open = ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    const items = TIME_MODES.map((mode) => ({
      name: t(NAMES[mode]),
      checked: mode === times.mode.peek(),
      run: () => {
        times.mode.value = mode;
      },
    }));
    menus.open({ name: t('ui_times'), groups: [{ items }], at: { x: left, y: bottom } });
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      aria-label={t('ui_times')}
      title={`${t('ui_times')}: ${t(NAMES[times.mode.value])}`}
      onClick={open}
    >
      <Icon name="clock" />
    </button>
  );
}

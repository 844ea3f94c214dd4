import { THEMES } from '../../../messaging/options.js';
import { label, t } from '../../words/i18n.js';
import { useStore } from '../../store/store-context.js';

/** Colours of all pages of the extension. */
export function ThemeChoice() {
  const { options } = useStore();
  return (
    <label>
      {t('ui_theme')}{' '}
      <select
        class="theme"
        value={options.now.theme}
        onChange={({ currentTarget }) => {
          const theme = THEMES.find((one) => one === currentTarget.value);
          if (theme) void options.choose({ theme });
        }}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {label('theme', theme)}
          </option>
        ))}
      </select>
    </label>
  );
}

import { type ChosenTheme, THEMES } from '../../messaging/options.js';
import { keptByAll } from '../store/preferences.js';

/** What was chosen, as the background told it last: every page has it at once. */
export const preferredTheme = keptByAll<ChosenTheme>('theme', 'system', (value) =>
  THEMES.some((theme) => theme === value),
);

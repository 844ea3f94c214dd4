import { effect } from '@preact/signals';
import { preferredTheme } from './preferred-theme.js';
import type { Backend } from '../backend/backend.js';

/** `system` follows the browser's setting, also when it changes. */
export type Theme = 'light' | 'dark' | 'system';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
let around: Theme = 'system';

function apply(): void {
  const chosen = preferredTheme.value === 'system' ? around : preferredTheme.value;
  const dark = chosen === 'dark' || (chosen === 'system' && prefersDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

prefersDark.addEventListener('change', apply);

/** Puts the page into light or dark, as what is around it is, unless one was chosen. */
export function setTheme(theme: Theme): void {
  around = theme;
  effect(apply);
}

/** Asks what was chosen: a page without a store of its own does so itself. */
export async function askTheme(backend: Backend): Promise<void> {
  const chosen = await backend.ask('getOptions', {}).catch(() => undefined);
  if (chosen) preferredTheme.value = chosen.options.theme;
}

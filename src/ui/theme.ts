/** `system` follows the browser's setting, also when it changes. */
export type Theme = 'light' | 'dark' | 'system';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
let chosen: Theme = 'system';

function apply(): void {
  const dark = chosen === 'dark' || (chosen === 'system' && prefersDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

prefersDark.addEventListener('change', apply);

/** Puts the page into light or dark. */
export function setTheme(theme: Theme): void {
  chosen = theme;
  apply();
}

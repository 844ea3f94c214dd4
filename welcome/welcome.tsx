import browser from 'webextension-polyfill';
import { browserBackend } from '../src/ui/backend/browser-backend.js';
import { browserCatalogue } from '../src/ui/words/browser-catalogue.js';
import { installCatalogue } from '../src/ui/words/i18n.js';
import { askTheme, setTheme } from '../src/ui/page/theme.js';
import { mountWelcome } from '../src/ui/welcome.js';

/**
 * Opened by itself after the installation: to the front for a person, away where a program drives.
 */
async function comeForward(): Promise<void> {
  const { id } = await browser.tabs.getCurrent();
  if (id === undefined) return;
  if (navigator.webdriver) await browser.tabs.remove(id);
  else await browser.tabs.update(id, { active: true });
}

const root = document.getElementById('app');
if (root) {
  if (new URLSearchParams(location.search).has('first')) void comeForward();
  installCatalogue(browserCatalogue);
  setTheme('system');
  void askTheme(browserBackend);
  mountWelcome(root, browserBackend);
}

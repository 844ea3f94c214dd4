import browser from 'webextension-polyfill';
import { browserBackend } from '../src/ui/backend/browser-backend.js';
import { browserCatalogue } from '../src/ui/words/browser-catalogue.js';
import { installCatalogue } from '../src/ui/words/i18n.js';
import { mountPopup } from '../src/ui/popup.js';
import { setTheme } from '../src/ui/page/theme.js';

const root = document.getElementById('app');
if (root) {
  installCatalogue(browserCatalogue);
  setTheme('system');
  const [tab = {}] = await browser.tabs.query({ active: true, currentWindow: true });
  mountPopup(root, browserBackend, tab);
}

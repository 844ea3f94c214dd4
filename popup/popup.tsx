import browser from 'webextension-polyfill';
import { browserBackend } from '../src/ui/browser-backend.js';
import { browserCatalogue } from '../src/ui/browser-catalogue.js';
import { installCatalogue } from '../src/ui/i18n.js';
import { mountPopup } from '../src/ui/popup.js';
import { setTheme } from '../src/ui/theme.js';

const root = document.getElementById('app');
if (root) {
  installCatalogue(browserCatalogue);
  setTheme('system');
  const [tab = {}] = await browser.tabs.query({ active: true, currentWindow: true });
  mountPopup(root, browserBackend, tab);
}

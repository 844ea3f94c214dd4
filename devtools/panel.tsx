import browser from 'webextension-polyfill';
import { startDevtoolsCapture, wholeHeaders } from '../src/capture/devtools-network.js';
import { browserBackend } from '../src/ui/browser-backend.js';
import { browserCatalogue } from '../src/ui/browser-catalogue.js';
import { installCatalogue } from '../src/ui/i18n.js';
import { mountPanel } from '../src/ui/panel.js';
import { placeOf } from '../src/ui/place.js';
import { setTheme } from '../src/ui/theme.js';

// Opened as a page there is no `devtools`: the tab is named in the address.
const devtools = browser.devtools as typeof browser.devtools | undefined;
const tabId =
  devtools?.inspectedWindow.tabId ?? Number(new URLSearchParams(location.search).get('tabId'));

const root = document.getElementById('app');
if (root) {
  installCatalogue(browserCatalogue);
  setTheme(devtools ? (devtools.panels.themeName === 'dark' ? 'dark' : 'light') : 'system');
  const backend = devtools ? { ...browserBackend, wholeHeaders } : browserBackend;
  mountPanel(root, backend, tabId, placeOf(location.hash));
  if (devtools) startDevtoolsCapture(tabId);
}

import browser from 'webextension-polyfill';
import { seenBody, startDevtoolsCapture, wholeHeaders } from '../src/capture/devtools-network.js';
import { browserBackend } from '../src/ui/backend/browser-backend.js';
import { browserCatalogue } from '../src/ui/words/browser-catalogue.js';
import { mountFullView } from '../src/ui/full-view.js';
import { installCatalogue } from '../src/ui/words/i18n.js';
import { mountPanel } from '../src/ui/panel.js';
import { placeOf } from '../src/ui/navigation/place.js';
import { setTheme } from '../src/ui/page/theme.js';
import { newFileWorker } from './file-worker.js';

// Opened as a page there is no `devtools`: the tab is named in the address, or is yet to be chosen.
const devtools = browser.devtools as typeof browser.devtools | undefined;
const place = placeOf(location.hash);

function mountInDevtools(root: Element, { inspectedWindow, panels }: typeof browser.devtools) {
  setTheme(panels.themeName === 'dark' ? 'dark' : 'light');
  mountPanel(root, { ...browserBackend, wholeHeaders, seenBody }, inspectedWindow.tabId, place);
  startDevtoolsCapture(inspectedWindow.tabId);
}

function mountAsPage(root: Element) {
  setTheme('system');
  const named = new URLSearchParams(location.search).get('tabId') ?? '';
  mountFullView(root, {
    backend: browserBackend,
    tabId: /^\d+$/.test(named) ? Number(named) : null,
    version: browser.runtime.getManifest().version,
    newWorker: newFileWorker,
    place,
  });
}

const root = document.getElementById('app');
if (root) {
  installCatalogue(browserCatalogue);
  if (devtools) mountInDevtools(root, devtools);
  else mountAsPage(root);
}

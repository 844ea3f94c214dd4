import browser from 'webextension-polyfill';
import { tellInspected } from './inspector.js';
import { SEARCH_EVENT, type SearchDetail } from '../src/ui/filter/devtools-search.js';
import { SHOWN_EVENT } from '../src/ui/navigation/panel-shown.js';

/** What Chrome's panels have beside those of the common API. */
interface SearchablePanel {
  onSearch?: { addListener(listen: (action: string, query?: string) => void): void };
  onShown: { addListener(listen: (shown: Window) => void): void };
  onHidden: { addListener(listen: () => void): void };
}

// The path is absolute: Firefox resolves it against the present page.
const created = browser.devtools.panels.create(
  'Credtrail',
  '/icons/32.png',
  '/devtools/panel.html',
);
const panel: SearchablePanel = await created;

tellInspected(browser.devtools.inspectedWindow.tabId);

let shown: Window | undefined;
const tell = (name: string, detail: unknown) =>
  shown?.dispatchEvent(new CustomEvent(name, { detail }));
panel.onShown.addListener((panelWindow) => {
  shown = panelWindow;
  tell(SHOWN_EVENT, true);
});
panel.onHidden.addListener(() => tell(SHOWN_EVENT, false));
// DevTools' own search bar knows nothing of a panel's lists: what is typed there filters them.
panel.onSearch?.addListener((action, query = '') => {
  const detail: SearchDetail = { action, query };
  tell(SEARCH_EVENT, detail);
});
